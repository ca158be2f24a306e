import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Reply } from '../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { decisionRoutes } from '../decision/index.ts'
import { readyCase } from '../decision/testing.ts'
import { deliveryRoutes } from './routes.tsx'

/** The day everything was decided and promised. */
export const promisedAt = Temporal.Instant.from('2026-11-24T08:00:00Z')

export type PromisedCase = {
  readonly slug: string
  readonly problem: Id<'problem'>
  /** Leads the group that handed over: freja, a councillor. */
  readonly chair: Actor
  /** Comes to an address of the case; the number is that of the commitment where nothing else is said. */
  readonly go: (address: Address, going?: Going) => Promise<Reply>
  readonly page: (address: Address, going?: Going) => Promise<string>
}

/** A case of which the council accepted the first recommendation and closed its answer; nothing is promised yet. */
export async function answeredCase(database: Database, town: Town): Promise<PromisedCase> {
  const { slug, problem, chair } = await readyCase(database, town)
  const routes = [...decisionRoutes, ...deliveryRoutes]
  const go = async (address: Address, { params, ...going }: Going = {}): Promise<Reply> => {
    const where = { problem: slug, number: 1, ...params }
    return answerAt(routes, address, visitIn(database, town.place, { at: promisedAt, ...going, params: where }))
  }
  const page = async (address: Address, going?: Going): Promise<string> => textOf(await go(address, going))
  const done = async (address: Address, going: Going): Promise<void> => {
    const reply = await go(address, going)
    if (reply.kind !== 'redirect') throw new Error(`${address} was refused: ${textOf(reply).slice(0, 2000)}`)
  }
  const { chen, dora } = town.people
  await done('decision.hand-over', { as: chair, typed: { sure: ['yes'] } })
  const dates = { meetingOn: ['2026-12-10'], returnOn: ['2027-06-10'] }
  await done('decision.set-dates', { as: chen, typed: dates })
  for (const [number, kind] of [
    [1, 'accept'],
    [2, 'reject'],
  ] as const)
    await done('decision.answer', {
      as: dora,
      params: { number },
      typed: { kind: [kind], reason: [`Because of ${number}.`] },
    })
  const voting = await page('decision.voting', { as: chen })
  const vote = {
    about: ['package'],
    seen: [/name="seen" value="([^"]+)"/.exec(voting)?.[1] ?? ''],
    motion: ['To answer so'],
    reference: ['Item 4'],
    decidedOn: ['2026-11-24'],
    votesFor: ['2'],
    votesAgainst: ['1'],
    abstentions: ['0'],
    isCarried: ['yes'],
  }
  await done('decision.record-vote', { as: chen, typed: vote })
  const resolution = /name="resolution" value="([^"]+)"/.exec(await page('decision.page', { as: dora }))?.[1] ?? ''
  await done('decision.confirm-vote', { as: dora, typed: { resolution: [resolution] } })
  await done('decision.close', { as: dora })
  return { slug, problem, chair, go, page }
}

/** Emil's promise about the first recommendation: a tender by 10 January, the gate by 1 March, a report by 1 February. */
export async function promisedCase(database: Database, town: Town): Promise<PromisedCase> {
  const at = await answeredCase(database, town)
  const { emil } = town.people
  const typed = {
    recommendation: ['1'],
    title: ['Build the gate'],
    owner: [emil.person ?? ''],
    office: ['Works'],
    budgetLine: ['line 4.12'],
    'what-1': ['Tender'],
    'due-1': ['2027-01-10'],
    'what-2': ['Gate stands'],
    'due-2': ['2027-03-01'],
    nextReportOn: ['2027-02-01'],
  }
  const reply = await at.go('delivery.commit', { as: emil, typed })
  if (reply.kind !== 'redirect') throw new Error(`no promise: ${textOf(reply).slice(0, 2000)}`)
  return at
}
