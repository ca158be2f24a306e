import type { Actor } from '@folkmoot/basics/actor.ts'
import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { emptyForm, visit, type Reply, type Route, type TypedForm, type Visit } from '../../platform/http/index.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { retellProblem } from '../problem/index.ts'
import { callMeeting, type PlanInput } from './commands.ts'
import { meetingRoutes } from './routes.tsx'
import { meetingByNumber, type Meeting } from './store.ts'

export const slug = 'harbour-path'
export const before = Temporal.Instant.from('2026-11-24T08:00:00Z')
/** While a meeting called by `called` runs. */
export const during = Temporal.Instant.from('2026-11-26T18:00:00Z')

export const plan: PlanInput = {
  title: 'What we know',
  day: Temporal.PlainDate.from('2026-11-26'),
  starts: Temporal.PlainTime.from('18:00'),
  ends: Temporal.PlainTime.from('20:30'),
  place: 'Town Hall',
  access: 'Step-free',
  documents: '',
  isOpen: true,
  closedGround: '',
  timeZone: 'Europe/Copenhagen',
}

export type TestSeat = {
  readonly id: Id<'seat'>
  readonly account: Id<'account'>
  readonly person: Id<'person'> | null
  readonly kind: 'politician' | 'citizen'
  readonly name: string
  readonly isChair: boolean
}

/** A town with a case that has a group: dora leads it, alice and bashir are members, emil another politician of it. */
export type MeetingTown = {
  readonly database: Database
  readonly town: Town
  readonly problem: Id<'problem'>
  readonly chair: Actor
  readonly member: Actor
  readonly other: Actor
  readonly politician: Actor
  /** What a test's stand-in for the arena answers. */
  readonly seats: readonly TestSeat[]
  readonly called: (other?: Partial<PlanInput>) => Promise<number>
  readonly meeting: (number: number) => Promise<Meeting>
  /** The entries of this kind, the last written first. */
  readonly written: (kind: string) => ReturnType<typeof entries>
  readonly told: () => Promise<readonly { readonly message: string; readonly only: readonly string[] | null }[]>
  readonly go: (address: Address, going?: Going) => Promise<Reply>
  readonly visit: (going?: Going) => Visit
  readonly close: () => Promise<void>
}

export type Going = {
  readonly as?: Actor
  readonly params?: Readonly<Record<string, string | number>>
  readonly typed?: TypedForm['typed']
  readonly at?: Temporal.Instant
  readonly query?: string
}

export async function openMeetingTown(): Promise<MeetingTown> {
  const home = await testDatabase()
  const database = openDatabase({ url: home.url })
  const town = await foundTown(database)
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'Who lights the harbour path?',
      whatHappens: 'It is dark.',
      whoIsAffected: 'All who walk there',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
  const inGroup = (name: Townsperson, ...roles: readonly ('member' | 'arena-chair')[]): Actor => {
    const actor = town.people[name]
    return { ...actor, roles: [...actor.roles, ...roles.map((role) => ({ name: role, scope: problem }))] }
  }
  const chair = inGroup('dora', 'member', 'arena-chair')
  const seated = (name: Townsperson, isChair = false): TestSeat => {
    const { account, person } = town.people[name]
    if (account === null) throw new Error(`${name} has no account`)
    return { id: newId('seat'), account, person, kind: person === null ? 'citizen' : 'politician', name, isChair }
  }
  const read = database.read(town.place.id)
  const visitOf = ({ as, params = {}, typed = {}, at = before, query }: Going = {}): Visit =>
    visit({
      lang: 'en',
      jurisdiction: town.place,
      actor: as ?? nobody(town.place.id),
      database: database.at(at),
      now: at,
      params: {
        lang: 'en',
        jurisdiction: town.place.slug,
        problem: slug,
        ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
      },
      query: new URLSearchParams(query),
      form: { ...emptyForm, typed },
      origin: 'https://folkmoot.example',
      isIsland: false,
      isDemo: false,
      files: undefined as never, // no page here has pictures
    })
  return {
    database,
    town,
    problem,
    chair,
    member: inGroup('alice', 'member'),
    other: inGroup('bashir', 'member'),
    politician: inGroup('emil', 'member'),
    seats: [seated('dora', true), seated('emil'), seated('alice'), seated('bashir')],
    called: async (other = {}) => {
      const result = await callMeeting(database.at(before), chair, { slug, ...plan, ...other })
      if (!result.ok) throw new Error(result.refusal)
      return result.value.number
    },
    meeting: async (number) => {
      const found = await meetingByNumber(read, problem, number)
      if (!found) throw new Error('no meeting')
      return found
    },
    written: async (kind) =>
      (await entries(read, { limit: 1000 }))
        .filter((one) => one.kind === kind)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    told: async () => {
      const { rows } = await database.queueSql(
        "select data from pgboss.job where name = 'notices.tell' order by created_on",
      )
      return (rows as { data: { message: string; only: string[] | null } }[]).map(({ data }) => data)
    },
    go: async (address, going = {}) => {
      const found = meetingRoutes.find((row: Route) => row.at === address)
      if (!found) throw new Error(`no route ${address} (${addresses[address]})`)
      return found.handle(visitOf(going))
    },
    visit: visitOf,
    close: async () => {
      await database.close()
      await home.drop()
    },
  }
}

/** The markup of a page, or the body of a file. Hono's markup says itself as HTML. */
export function textOf(reply: Reply): string {
  // oxlint-disable-next-line typescript/no-base-to-string
  if (reply.kind === 'page' || reply.kind === 'file') return String(reply.body)
  return reply.kind === 'refused' ? reply.text : ''
}
