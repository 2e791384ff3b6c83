interface Refusal {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

interface ToldError {
  readonly message?: string
  readonly data?: { readonly errors?: readonly { readonly message?: string }[] }
}

/** What the server objects to, each in one sentence: the single fields where it names them. Empty: nothing. */
export function faultsIn({ status, body }: Refusal): string[] {
  if (status < 400) return []
  const errors = (Array.isArray(body.errors) ? body.errors : []) as readonly ToldError[]
  const messages = errors.flatMap(({ message, data }) => {
    const fields = data?.errors?.flatMap((field) => field.message ?? []) ?? []
    return fields.length > 0 ? fields : (message ?? [])
  })
  return messages.length > 0 ? [...new Set(messages)] : [String(status)]
}
