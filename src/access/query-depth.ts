import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql'

/** Selections within selections. Payload counts fields, not how deep they nest nor how often a list repeats them. */
const MAX_LEVELS = 8

/** Refuses a query that nests deeper than any reader of ours needs, before anything is read. */
export function limitedDepth(context: ValidationContext): ASTVisitor {
  let level = 0
  return {
    SelectionSet: {
      enter(node) {
        level += 1
        if (level === MAX_LEVELS + 1)
          context.reportError(
            new GraphQLError(`the query nests deeper than ${MAX_LEVELS} levels`, { nodes: node }),
          )
      },
      leave() {
        level -= 1
      },
    },
  }
}
