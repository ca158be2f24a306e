import { resolutionsAbout } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { packageOf, votesOf } from '../../stages/decision/index.ts'
import { adoptedMandate, namedVotesOf } from '../../stages/mandate/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import { kindOfVote, type Credit } from './credits.ts'
import { creditWords } from './messages/words.ts'

/** Votes by name on the mandate, once the chair has confirmed the record. */
export async function votedOnMandate(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const mandate = await adoptedMandate(visit.read, id)
  if (!mandate) return []
  const [votes, named] = await Promise.all([
    resolutionsAbout(visit.read, [mandate.id]),
    namedVotesOf(visit.read, [mandate.id]),
  ])
  const confirmed = new Map(votes.flatMap((vote) => (vote.confirmedAt ? [[vote.id, vote.confirmedAt] as const] : [])))
  return named.flatMap(({ resolution, person, choice }): readonly Credit[] => {
    const at = confirmed.get(resolution)
    if (!at || choice === 'absent') return []
    const href = visit.to('mandate.page', { problem: slug })
    return [{ person, kind: kindOfVote(choice), text: say(`act.voted-${choice}`), href, at }]
  })
}

/** Votes by name on the answers, once the chair has confirmed the record. */
export async function votedOnAnswers(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const pack = await packageOf(visit.read, id)
  const votes = pack ? await votesOf(visit.read, pack) : []
  const href = visit.to('decision.page', { problem: slug })
  return votes.flatMap(({ confirmedAt, named, put }) => {
    const count = put.length
    return named.flatMap(({ person, choice }): readonly Credit[] =>
      confirmedAt === null || choice === 'absent'
        ? []
        : [
            {
              person,
              kind: kindOfVote(choice),
              text: say(`act.decided-${choice}`, { count }),
              href,
              at: confirmedAt,
            },
          ],
    )
  })
}
