interface AccountFaultsProps {
  readonly id: string
  /** A line for each input that is wrong. Undefined: none is. */
  readonly message: string | undefined
}

/** What is wrong with the inputs above, each by its name. */
export function AccountFaults({ id, message }: AccountFaultsProps) {
  return (
    <div id={id} role="alert">
      {message?.split('\n').map((line) => (
        <p key={line} className="em-channel-fault">
          {line}
        </p>
      ))}
    </div>
  )
}
