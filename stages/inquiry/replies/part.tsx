import { holds } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import type { Problem } from '../../problem/index.ts'
import { replyWords } from './messages/words.ts'
import { RepliesList, type Under } from './pages/replies-list.tsx'
import { RepliesPart } from './pages/replies-part.tsx'
import type { Repliable } from './rules.ts'
import { repliesUnder } from './store.ts'

/** What politicians replied under these words, for the page where they stand; with the way to reply for one who may. */
export async function repliesPart(visit: Visit, problem: Problem, about: Thing<Repliable>) {
  const replies = await repliesUnder(visit.read, [about.id])
  const [people, hidden] = await Promise.all([
    politiciansById(visit.read, [...new Set(replies.map(({ person }) => person))]),
    hiddenAmong(
      visit.read,
      replies.map(({ id }) => id),
    ),
  ])
  const mayReply =
    problem.source === null &&
    !visit.jurisdiction.isTold &&
    holds(visit.actor, 'politician') &&
    visit.actor.person !== null
  const asked = new URLSearchParams({ kind: about.kind, id: about.id })
  const act = mayReply ? `${visit.to('inquiry.replying', { problem: problem.slug })}?${asked.toString()}` : undefined
  if (replies.length === 0 && !act) return null
  return <RepliesPart reader={visit} say={replyWords.say(visit.lang)} {...{ replies, people, hidden, act }} />
}

/** For a page that lists many things: what politicians replied to them, in the order of the things. Null where nobody did; what is hidden is not there. */
export async function repliesListPart(visit: Visit, things: ReadonlyMap<Id, Under>) {
  const all = await repliesUnder(visit.read, [...things.keys()])
  const hidden = await hiddenAmong(
    visit.read,
    all.map(({ id }) => id),
  )
  const replies = all.filter(({ id }) => !hidden.has(id))
  if (replies.length === 0) return null
  const people = await politiciansById(visit.read, [...new Set(replies.map(({ person }) => person))])
  const under = [...things].flatMap(([id, thing]) => {
    const its = replies.filter(({ aboutId }) => aboutId === id)
    return its.length === 0 ? [] : [{ ...thing, replies: its }]
  })
  return <RepliesList reader={visit} say={replyWords.say(visit.lang)} {...{ under, people }} />
}
