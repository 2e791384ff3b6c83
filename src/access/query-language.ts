import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql'

const LANGUAGE_ARGUMENTS = ['locale', 'fallbackLocale']

/**
 * Refuses a language of its own for what an item leads to. Payload would read it on the request that all queries share,
 * whose language then changes under the others while they are still being read.
 */
export function oneLanguage(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType()
      if (parent === context.getSchema().getQueryType() || parent === context.getSchema().getMutationType())
        return
      const argument = node.arguments?.find(({ name }) => LANGUAGE_ARGUMENTS.includes(name.value))
      if (argument !== undefined)
        context.reportError(
          new GraphQLError(
            `one request reads in one language: leave out "${argument.name.value}" of "${node.name.value}"`,
            { nodes: argument },
          ),
        )
    },
  }
}
