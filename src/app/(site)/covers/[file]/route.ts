import { answerCover } from '../../../../site/files.ts'

interface Named {
  readonly params: Promise<{ readonly file: string }>
}

export const GET = async (request: Request, { params }: Named) =>
  answerCover((await params).file, new URL(request.url).searchParams.get('w'))
