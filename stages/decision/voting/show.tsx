import type { Id } from '@folkmoot/basics/ids.ts'
import { sittingByName } from '../../../platform/directory/index.ts'
import { nameFields, typedDay } from '../../../platform/directory/votes/form.ts'
import type { NamedVote } from '../../../platform/directory/votes/names.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { decisionWords } from '../messages/words.ts'
import { bodyNames, crumbs, find, type AtProblem } from '../show.tsx'
import type { Package } from '../store.ts'
import { VotingPage } from './pages/voting-page.tsx'
import { toVoteOn } from './standing.ts'

/** The record of a vote as a page. */

type Recording = {
  /** An answer changed while she wrote; what she has before her now is what she records next. */
  readonly isRenewed?: boolean
  /** How everybody voted, to be looked at before it is recorded. */
  readonly named?: readonly NamedVote[]
}

export async function votingPage(
  visit: AtProblem,
  errors: readonly FieldError[] = [],
  { isRenewed = false, named = [] }: Recording = {},
): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const say = decisionWords.say(visit.lang)
  const body = (await bodyNames(visit))(found.pack.body)
  const open = toVoteOn(found.items, found.pack)
  const current = open.map(({ number, answer }) => `${number}:${answer.version}`).join(' ')
  return page({
    title: say('voting.title', { body }),
    crumbs: crumbs(visit, found.problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <VotingPage
        reader={visit}
        typed={visit.form.typed}
        items={open}
        hasWhole={!found.pack.isClosed && open.length === found.items.length}
        seen={(isRenewed ? undefined : visit.form.typed['seen']?.[0]) ?? current}
        action={visit.to('decision.record-vote', { problem: found.problem.slug })}
        names={nameFields({ lang: visit.lang, named, members: await membersThen(visit, found.pack.body) })}
        {...{ say, errors, body }}
      />
    ),
  })
}

/** Who sat in the body on the day of the vote. */
function membersThen(visit: Visit, body: Package['body']) {
  return body === null ? [] : sittingByName(visit.read, [body], typedDay(visit))
}

export async function votersIn(visit: AtProblem): Promise<readonly Id<'person'>[]> {
  const found = await find(visit)
  return found ? (await membersThen(visit, found.pack.body)).map(({ person }) => person) : []
}
