import { answerAsset } from '../../../../site/files.ts'

interface Named {
  readonly params: Promise<{ readonly file: string }>
}

export const GET = async (_request: Request, { params }: Named) => answerAsset((await params).file)
