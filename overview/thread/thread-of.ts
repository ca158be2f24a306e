import type { Visit } from '../../platform/http/index.ts'
import { lastPublicAct } from '../../platform/ledger/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import type { ThreadGraph } from '../../ui/index.ts'
import { threadWords } from './messages/words.ts'
import { matterOf } from './reading.ts'
import { threadGraph } from './thread-graph.ts'
import type { ThreadGraphWords, ThreadMatter } from './thread-matter.ts'

export type CaseThread = {
  readonly matter: ThreadMatter
  readonly words: ThreadGraphWords
  /** With no more boxes in a column than can be looked at. */
  readonly picture: ThreadGraph
}

type Kept = { readonly since: string; readonly thread: Promise<CaseThread> }

const kept = new Map<string, Kept>()
const mostThreads = 60
const millisecondsInMinute = 60_000

/**
 * The thread of one case, read from the doors of its stages once for everybody until something public is recorded in the place.
 * What was recorded is asked first, so that a thread read meanwhile can only be newer than it is taken for; a minute at most, since
 * of two acts at once the earlier can be recorded last, and a day that passes makes a promise late.
 */
export async function threadOf(visit: Visit, problem: Problem): Promise<CaseThread> {
  const since = `${await lastPublicAct(visit.read)} ${Math.floor(visit.now.epochMilliseconds / millisecondsInMinute)}`
  const key = `${problem.id} ${visit.lang}`
  const found = kept.get(key)
  if (found?.since === since) return found.thread
  const thread = matterOf(visit, problem).then((matter) => {
    const words = wordsOf(visit, problem, matter)
    return { matter, words, picture: threadGraph(matter, words) }
  })
  kept.delete(key)
  kept.set(key, { since, thread })
  const oldest = kept.keys().next().value
  if (kept.size > mostThreads && oldest !== undefined) kept.delete(oldest)
  // A failure is nobody's thread.
  thread.catch(() => kept.delete(key))
  return thread
}

function wordsOf(visit: Visit, problem: Problem, { isOver }: ThreadMatter): ThreadGraphWords {
  const say = threadWords.say(visit.lang)
  const isTold = problem.source !== null
  const coming = say(isTold ? 'coming-unknown' : 'coming')
  return {
    columns: [say('column.1'), say('column.2'), say('column.3'), say('column.4'), say('column.5'), say('column.6')],
    subs: (counts, uncited) =>
      counts.map((count, i) =>
        i === 0
          ? say('sub.1', { count })
          : i === 1
            ? say(isTold ? 'sub.2-told' : 'sub.2', { count, uncited })
            : say('sub.3', { count }),
      ),
    coming: [coming, coming, coming, coming, coming, coming],
    source: {
      experience: say('source.experience'),
      idea: say('source.idea'),
      statement: say('source.statement'),
      hearing: say('source.hearing'),
      question: say('source.question'),
      fact: say('source.fact'),
      meeting: say('source.meeting'),
      note: say('source.note'),
      framing: say('source.framing'),
    },
    sourceShort: {
      experience: say('source-short.experience'),
      idea: say('source-short.idea'),
      statement: say('source-short.statement'),
      hearing: say('source-short.hearing'),
      question: say('source-short.question'),
      fact: say('source-short.fact'),
      meeting: say('source-short.meeting'),
      note: say('source-short.note'),
      framing: say('source-short.framing'),
    },
    clauses: (count, numbers) => say('clauses', { count, numbers }),
    range: (from, to) => say('range', { from, to }),
    background: say('background'),
    clauseCount: (count) => say('sub.1-text', { count }),
    uncited: (count) => say(isTold ? 'uncited-told' : 'uncited', { count }),
    unused: say(isTold ? 'unused-told' : isOver ? 'unused' : 'unused-yet'),
    unusedWhy: say(isTold ? 'unused-why-told' : isOver ? 'unused-why' : 'unused-why-yet'),
    number: (count) => new Intl.NumberFormat(visit.lang).format(count),
    behind: (count) => say('behind', { count }),
    answersOf: (count) => say('answers-of', { count }),
    commitments: (state) => say(`commitments.${state}`),
    outcomes: (state) => say(state === 'done' ? 'outcomes.done' : isTold ? 'outcome-unknown' : 'outcome-waits'),
  }
}
