import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import type { Reply, Visit } from '../../platform/http/index.ts'
import { answerAt, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { foundGroup, type Founding, type TestGroup } from '../arena/testing.ts'
import { callMeeting, type PlanInput } from './commands.ts'
import { meetingRoutes } from './routes.tsx'
import { meetingByNumber, type Meeting } from './store.ts'

export const slug = 'harbour-path'
/** The group sits by then. */
const seated = Temporal.Instant.from('2026-11-02T08:00:00Z')
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

/** A meeting of the case on the day of `plan`, by its number. */
export async function callOne(
  database: Database,
  chair: Actor,
  at: Partial<PlanInput> & { readonly slug: string },
): Promise<number> {
  const result = await callMeeting(database.at(before), chair, { ...plan, ...at })
  if (!result.ok) throw new Error(result.refusal)
  return result.value.number
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
  readonly seats: TestGroup['seats']
  readonly called: (other?: Partial<PlanInput>) => Promise<number>
  readonly meeting: (number: number) => Promise<Meeting>
  /** The entries of this kind, the last written first. */
  readonly written: (kind: string) => ReturnType<typeof entries>
  readonly told: () => Promise<readonly { readonly message: string; readonly only: readonly string[] | null }[]>
  readonly go: (address: Address, going?: Going) => Promise<Reply>
  readonly visit: (going?: Going) => Visit
  readonly close: () => Promise<void>
}

export async function openMeetingTown(mandate?: Founding['mandate']): Promise<MeetingTown> {
  const home = await testDatabase()
  const database = openDatabase({ url: home.url })
  const town = await foundTown(database)
  const members = ['dora', 'emil', 'alice', 'bashir'] as const
  const { problem, seats, member } = await foundGroup(database.at(seated), town, {
    slug,
    members,
    chair: 'dora',
    mandate,
  })
  const chair = member('dora')
  const read = database.read(town.place.id)
  const visitOf = ({ params, ...going }: Going = {}): Visit =>
    visitIn(database, town.place, { at: before, ...going, params: { problem: slug, ...params } })
  return {
    database,
    town,
    problem,
    chair,
    member: member('alice'),
    other: member('bashir'),
    politician: member('emil'),
    seats,
    called: (other) => callOne(database, chair, { slug, ...other }),
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
    go: async (address, going) => answerAt(meetingRoutes, address, visitOf(going)),
    visit: visitOf,
    close: async () => {
      await database.close()
      await home.drop()
    },
  }
}
