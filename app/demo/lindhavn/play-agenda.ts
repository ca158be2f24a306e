import { confirmAnswer, draftAnswer } from '../../../stages/problem/answers/commands.ts'
import { waitingRecords } from '../../../stages/problem/answers/store.ts'
import { setAgendaRule } from '../../../stages/problem/agenda/commands.ts'
import { agendaPoll, type Problem } from '../../../stages/problem/index.ts'
import { enterSignatures, supportProblem } from '../../../stages/problem/supports/commands.ts'
import { sayElection } from '../../../stages/mandate/warnings/commands.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { AgendaScript } from './script.ts'

/** A small town's own rule, decided before anything was raised. */
export async function setLindhavnsRule(town: Lindhavn): Promise<void> {
  await done(
    'the rule',
    setAgendaRule(town.daysAgo(699), town.people.clerk, {
      body: town.council,
      rungs: [{ threshold: 30, owes: 'decision' }],
      window: { count: 6, unit: 'months' },
      answer: { count: 2, unit: 'months' },
      openTo: 'tied',
      leastAssurance: 'low',
      againAfterMonths: 12,
      againWithNewFacts: true,
      preset: 'small-town',
      reference: 'Item 3, rules for problems raised by residents',
    }),
  )
}

/** Whoever adopts a mandate is warned when its answer would come after this day. */
export async function tellLindhavnsElection(town: Lindhavn): Promise<void> {
  await done(
    'the election',
    sayElection(town.daysAgo(699), town.people.clerk, {
      body: town.council,
      heldOn: Temporal.PlainDate.from('2029-11-20'),
      source: 'Local elections act, section 6: the third Tuesday in November of every fourth year',
    }),
  )
}

/** Residents support the problem, online and on a sheet at the library; the job counts; the council answers where it did. */
export async function playAgenda(town: Lindhavn, { slug, id }: Problem, script: AgendaScript): Promise<void> {
  const database = town.daysAgo(script.ago, 12)
  for (const resident of town.voters.slice(0, script.online)) await done(slug, supportProblem(database, resident, slug))
  if (script.paper > 0) {
    const lines = Array.from({ length: script.paper }, (_, at) => `Visitor ${at + 1}; Mill Lane ${at + 1}`).join('\n')
    await done(slug, enterSignatures(database, town.people.clerk, { slug, channel: 'paper', lines }))
  }
  await agendaPoll(database, town.place.id)
  if (!script.refused) return
  const { ago, reason, reference, votesFor, votesAgainst } = script.refused
  const then = town.daysAgo(ago, 18)
  await done(
    reference,
    draftAnswer(then, town.people.clerk, {
      slug,
      number: 1,
      outcome: 'refused',
      reason,
      reference,
      votesFor,
      votesAgainst,
      sponsor: null,
      referredBody: null,
      referredName: '',
      referredPlace: null,
      motion: 'The council does not take the problem up.',
      decidedOn: town.today.subtract({ days: ago }),
      abstentions: 0,
      isCarried: true,
      dissent: '',
    }),
  )
  const [record] = await waitingRecords(town.database.read(town.place.id), [id])
  await done(reference, confirmAnswer(then, town.people.ragna, { slug, number: 1, resolution: record?.resolution }))
}
