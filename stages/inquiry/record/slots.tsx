import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { cardsOf, type Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { positionsBy } from '../positions/store.ts'
import { repliesBy } from '../replies/store.ts'
import { ownHands } from './hands.ts'
import { recordWords } from './messages/words.ts'
import { HandsPart } from './pages/hands-part.tsx'
import { RecordPart } from './pages/record-part.tsx'
import { nudgeOf } from './rules.ts'

/** Where she leads or sits from afar only, or is there and has not said where she stands. */
export async function nudgesFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!holds(visit.actor, 'politician')) return []
  const say = recordWords.say(visit.lang)
  return (await ownHands(visit)).flatMap((hands): readonly Waiting[] => {
    const nudge = nudgeOf(hands)
    if (!nudge) return []
    const at = { problem: hands.problem.slug }
    const href = nudge === 'hands-off' ? visit.to('meeting.series', at) : `${visit.to('inquiry.positions', at)}#take`
    return [
      {
        due: null,
        title: say(`nudge.${nudge}`),
        detail: hands.problem.question,
        act: { text: say(`nudge.${nudge}-it`), href },
      },
    ]
  })
}

/** For her desk: what she did lately in each case she leads or sits in, in two columns. */
export async function handsPart(visit: Visit) {
  const hands = await ownHands(visit)
  const hidden = await hiddenAmong(
    visit.read,
    hands.map(({ problem }) => problem.id),
  )
  const rows = hands.map((one) => ({
    ...one,
    title: hidden.has(one.problem.id) ? hiddenWords : one.problem.question,
  }))
  return rows.length === 0 ? null : <HandsPart reader={visit} say={recordWords.say(visit.lang)} rows={rows} />
}

/** For her public page: where she stands over time, and what she replied where people write. */
export async function recordPart(visit: Visit, { id, name }: { readonly id: Id<'person'>; readonly name: string }) {
  const { read } = visit
  const [positions, replies] = await Promise.all([positionsBy(read, id), repliesBy(read, id)])
  const [problems, hidden, about] = await Promise.all([
    problemsById(read, [...new Set([...positions, ...replies].map(({ problem }) => problem))]),
    hiddenAmong(read, [
      ...positions.map((one) => one.id),
      ...replies.flatMap((one) => [one.id, one.aboutId]),
      ...[...positions, ...replies].map(({ problem }) => problem),
    ]),
    cardsOf(
      read,
      replies.map(({ aboutKind, aboutId }) => ({ kind: aboutKind, id: aboutId })),
    ),
  ])
  const cases = new Map(problems.filter((one) => !hidden.has(one.id)).map((one): [Id, Problem] => [one.id, one]))
  return (
    <RecordPart
      reader={visit}
      say={recordWords.say(visit.lang)}
      name={name}
      positions={positions
        .filter((one) => !hidden.has(one.id) && cases.has(one.problem))
        .map((one) => ({
          ...one,
          case: cases.get(one.problem)?.question ?? '',
          slug: cases.get(one.problem)?.slug ?? '',
        }))}
      replies={replies
        .filter((one) => !hidden.has(one.id) && !hidden.has(one.aboutId) && cases.has(one.problem))
        .map((one) => ({
          ...one,
          title: about.get(one.aboutId)?.title ?? '',
          href: `/${visit.lang}/${visit.jurisdiction.slug}${about.get(one.aboutId)?.path ?? ''}#replies`,
        }))}
    />
  )
}
