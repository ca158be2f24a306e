import type { Visit } from '../../platform/http/index.ts'
import { openKept, publicVersion } from '../../platform/ledger/index.ts'
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

const kept = openKept<CaseThread>(60)

/** The thread of one case, read from the doors of its stages once for everybody until something public is recorded in the place. */
export async function threadOf(visit: Visit, problem: Problem): Promise<CaseThread> {
  const version = await publicVersion(visit.read, visit.now)
  return kept({ key: `${problem.id} ${visit.lang}`, version }, async () => {
    const matter = await matterOf(visit, problem)
    const words = wordsOf(visit, problem, matter)
    return { matter, words, picture: threadGraph(matter, words) }
  })
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
      report: say('source.report'),
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
      report: say('source-short.report'),
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
