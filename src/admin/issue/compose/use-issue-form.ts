import { useForm, useFormFields } from '@payloadcms/ui'

import { isOpenToEdit } from '../../../dissemination/sent-issues/is-open-to-edit.ts'
import { type FormItem, type FormPart, itemsIn, nameOf, placementsOf } from './form-contents.ts'

type Fields = Parameters<Parameters<typeof useFormFields>[0]>[0][0]

/** What the form says so far, stored or not. */
export interface IssueForm {
  /** Id. Null: none is chosen yet. */
  readonly newsletter: string | null
  readonly design: string
  /** What has left the desk is no longer put together. */
  readonly isOpenIssue: boolean
  /** `collection:id`. Empty: it has no items. */
  readonly lead: string
}

export const useIssueForm = (): IssueForm => ({
  newsletter: useFormFields(([fields]) => idIn(fields.newsletter?.value)),
  design: useFormFields(([fields]) => String(fields.design?.value ?? 'digest')),
  isOpenIssue: useFormFields(([fields]) => isOpenToEdit(fields.state?.value)),
  lead: useFormFields(([fields]) => leadIn(fields)),
})

const idIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function leadIn(fields: Fields): string {
  const count = fields.contents?.rows?.length ?? 0
  for (let index = 0; index < count; index += 1) {
    const [first] = (fields[`contents.${index}.items`]?.value ?? []) as readonly FormItem[]
    if (first !== undefined) return nameOf(first)
  }
  return ''
}

/** Reads and fills the contents of the form; whoever edits saves them. */
export function useContents() {
  const { getData, dispatchFields, addFieldRow, setModified } = useForm()
  // Without rows the form holds their number, which is 0.
  const parts = (): readonly FormPart[] => {
    const { contents } = getData() as { readonly contents?: unknown }
    return Array.isArray(contents) ? contents : []
  }
  return {
    /** `collection:id` of all that it has. */
    names: (): string[] => itemsIn(parts()),
    add(items: readonly FormItem[]): void {
      for (const placement of placementsOf(parts(), items)) {
        const value = [...placement.items]
        if (placement.kind === 'into') {
          dispatchFields({ type: 'UPDATE', path: `contents.${placement.index}.items`, value, valid: true })
          setModified(true)
        } else
          addFieldRow({
            blockType: 'items',
            path: 'contents',
            schemaPath: 'issues.contents',
            subFieldState: { items: { value, initialValue: [], valid: true, passesCondition: true } },
          })
      }
    },
  }
}
