import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { mergeWords } from './messages/words.ts'
import { undoUntil } from './rules.ts'
import { endOf, mergerOf } from './store.ts'

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
  const [end, merger] = await Promise.all([endOf(visit.read, problem.mergedInto), mergerOf(visit.read, problem.id)])
  const [into] = await problemsById(visit.read, [end])
  if (!into || !merger) return null
  const [say, hidden] = [mergeWords.say(visit.lang), await hiddenAmong(visit.read, [into.id])]
  return {
    title: say('banner.title'),
    go: say('banner.go'),
    counts: say('banner.counts', { day: visit.time.day(undoUntil(merger)) }),
    question: hidden.has(into.id) ? hiddenWords : into.question,
    language: into.language,
    href: visit.to('journey', { problem: into.slug }),
  }
}
