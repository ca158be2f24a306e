import { parseId } from '@folkmoot/basics/ids.ts'
import { hasSeenCount, readNames, voteFields } from '../../../platform/directory/votes/form.ts'
import { checkNames } from '../../../platform/directory/votes/names.ts'
import { mayConfirmVote, mayRecordVote } from '../../../platform/directory/votes/rules.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { mayChairBody } from '../rules.ts'
import { afterwards, complaint, doneWords, say } from '../saying.ts'
import * as voting from './commands.ts'
import { votesDataRoute } from './data.ts'
import { votersIn, votingPage } from './show.tsx'

const voteForm = fields({
  about: field.text({ most: 10 }),
  seen: field.optionalText({ most: 2000 }),
  minutes: field.optionalText({ most: 500 }),
  ...voteFields,
})

export const votingRoutes: readonly Route[] = [
  votesDataRoute,

  route('decision.voting', { allowed: mayRecordVote, records: 'nothing' }, (visit) => votingPage(visit)),

  route('decision.record-vote', { allowed: mayRecordVote, records: ['decision.vote-drafted'] }, async (visit) => {
    const form = readForm(visit, voteForm)
    if (!form.ok) return votingPage(visit, form.errors)
    const { about, seen, ...words } = form.value
    const voters = await votersIn(visit)
    const named = readNames(visit, voters)
    const counted = checkNames(named, words, voters)
    if (!counted.ok)
      return votingPage(visit, [complaint(visit, counted.refusal)], {
        named: counted.refusal === 'names-do-not-count' ? named : [],
      })
    if (!hasSeenCount(visit, named)) return votingPage(visit, [], { named })
    const drafted = await voting.draftVote(visit.database, visit.actor, {
      ...words,
      slug: visit.params.problem,
      place: visit.jurisdiction,
      number: about === 'package' ? null : Number(about),
      seen: versionsFrom(seen),
      named,
    })
    if (!drafted.ok) {
      const isRenewed = drafted.refusal === 'answers-changed'
      return votingPage(visit, [complaint(visit, drafted.refusal)], { isRenewed, named })
    }
    return redirectSaying(
      visit.to('decision.page', { problem: visit.params.problem }),
      doneWords(visit, 'vote-drafted'),
    )
  }),

  route(
    'decision.confirm-vote',
    { allowed: mayConfirmVote, records: ['decision.vote-confirmed', 'decision.referred'] },
    async (visit) => {
      const resolution = parseId('resolution', visit.form.typed['resolution']?.[0])
      if (!resolution) return refused(say(visit, 'no-such-vote'))
      return afterwards(
        visit,
        'vote-confirmed',
        await voting.confirmVote(visit.database, visit.actor, { slug: visit.params.problem, resolution }),
      )
    },
  ),

  route('decision.close', { allowed: mayChairBody, records: ['decision.closed'] }, async (visit) =>
    afterwards(visit, 'closed', await voting.closePackage(visit.database, visit.actor, { slug: visit.params.problem })),
  ),
]

/** `1:2 2:1` as the form carries it: recommendation 1 in version 2, recommendation 2 in version 1. */
function versionsFrom(seen: string): ReadonlyMap<number, number> {
  return new Map([...seen.matchAll(/(\d+):(\d+)/g)].map(([, number, version]) => [Number(number), Number(version)]))
}
