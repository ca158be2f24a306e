import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { mergeWords } from './messages/words.ts'
import { endOf } from './store.ts'

/** That a case goes on in another one, for pages of later stages; null where it stands for itself. */
export type GoesOnIn = {
  readonly title: string
  readonly go: string
  readonly counts: string
  readonly question: string
  readonly language: string
  readonly href: string
}

export async function goesOnIn(visit: Visit, problem: Problem): Promise<GoesOnIn | null> {
  if (problem.mergedInto === null) return null
  const [into] = await problemsById(visit.read, [await endOf(visit.read, problem.mergedInto)])
  if (!into) return null
  const [say, hidden] = [mergeWords.say(visit.lang), await hiddenAmong(visit.read, [into.id])]
  return {
    title: say('banner.title'),
    go: say('banner.go'),
    counts: say('banner.counts'),
    question: hidden.has(into.id) ? hiddenWords : into.question,
    language: into.language,
    href: visit.to('journey', { problem: into.slug }),
  }
}
