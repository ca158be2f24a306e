import { anyone } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import { exportVotes, type Voted } from '../../../platform/directory/exchange/index.ts'
import { file, notFound, route, type Route, type Visit } from '../../../platform/http/index.ts'
import { shownMinutes } from '../minutes/show.tsx'
import type { ShownMinutes } from '../minutes/store.ts'
import { find } from '../show.tsx'
import type { Vote } from './standing.ts'
import { votesOf } from './commands.ts'

/** How the body voted in this case, in Popolo: whoever counts votes elsewhere need not read our pages. */
export const votesDataRoute: Route = route(
  'decision.votes-data',
  { allowed: anyone, records: 'nothing' },
  async (visit) => {
    const found = await find(visit)
    if (!found) return notFound()
    const votes = await votesOf(visit.read, found.pack)
    const minutes = await shownMinutes(visit.read, votes)
    const voted = votes.flatMap((vote) => votedOf(visit, vote, minutes.get(vote.id)?.[0]))
    return file({
      body: JSON.stringify(await exportVotes(visit.read, voted), null, 2),
      mediaType: 'application/json; charset=utf-8',
      downloadAs: `${found.problem.slug}-votes.json`,
    })
  },
)

/** A draft is nobody's decision yet, and what a source tells without a vote is no motion. */
function votedOf(visit: Visit, vote: Vote, minutes: ShownMinutes | undefined): readonly Voted[] {
  const { isCarried, confirmedAt, source } = vote
  if (confirmedAt === null || isCarried === null) return []
  const document = minutes?.document && 'hash' in minutes.document ? minutes.document : undefined
  const sources = [
    ...(source === null ? [] : [{ url: source }]),
    ...(vote.minutes === '' ? [] : [{ url: vote.minutes, note: 'minutes' }]),
    ...(document
      ? [
          {
            url: visit.origin + href('file', { jurisdiction: visit.jurisdiction.slug, hash: document.hash }),
            note: 'minutes',
          },
        ]
      : []),
  ]
  return [{ ...vote, isCarried, sources }]
}
