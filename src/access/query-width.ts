import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql'

/** Queries of one request. Each reads up to a hundred rows, however few names are asked of them. */
const MAX_QUERIES = 20

/** Refuses a request that asks more at once than any page needs, before anything is read. */
export function limitedWidth(context: ValidationContext): ASTVisitor {
  let asked = 0
  return {
    Field(node) {
      if (context.getParentType() !== context.getSchema().getQueryType()) return
      asked += 1
      if (asked === MAX_QUERIES + 1)
        context.reportError(
          new GraphQLError(`the request asks more than ${MAX_QUERIES} things at once`, { nodes: node }),
        )
    },
  }
}
