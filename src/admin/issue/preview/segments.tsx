'use client'

interface SegmentsProps<Value extends string> {
  /** What is chosen here. */
  readonly label: string
  readonly value: Value | null
  readonly options: readonly (readonly [value: Value, text: string])[]
  readonly onChoose: (value: Value) => void
  readonly isBusy?: boolean
}

/** A few ways of which one holds, side by side. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChoose,
  isBusy = false,
}: SegmentsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and nothing here is sent.
    <div role="group" aria-label={label} className="em-segments">
      {options.map(([each, text]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          disabled={isBusy}
          onClick={() => onChoose(each)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
