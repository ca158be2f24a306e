import { randomBytes } from 'node:crypto'
import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { shuffled } from '@folkmoot/basics/seeded.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { offerSeat } from '../acceptances/offering.ts'
import type { Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { answerApplication } from '../application-store.ts'
import { applicationsOf, type Application } from '../store.ts'
import { inForce } from './beacon-rules.ts'
import { announcementsOf } from './beacon-store.ts'
import { drawnOf } from './counted.ts'
import { threeDigits } from './commitment.ts'
import { lotteryWords } from './messages/words.ts'
import * as panels from './panels-store.ts'
import { entriesOf } from './pool-store.ts'
import * as rules from './dice-rules.ts'
import { inLottery, type LotteryStanding } from './standing.ts'
import { limitsOf, setDrawn } from './store.ts'

/** Where and how three ten-sided dice were thrown in public. */
export type Throwing = Pick<panels.NewThrow, 'place' | 'thrownBy' | 'witnesses' | 'watched' | 'thrownAt'>

export type ThrowInput = {
  readonly slug: string
  readonly panel: number
  /** Null where the dice two people wrote differently were looked at again. */
  readonly thrown: Throwing | null
}

/** What the dice showed, written by one. It counts when another has written the same. */
export function writeNumber(
  database: Database,
  actor: Actor,
  { slug, panel, thrown }: ThrowInput,
): Promise<Result<null, rules.ThrowRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const [made, before, now] = [await panels.panelsOf(tx, at), await panels.throwsOf(tx, at), await clock(tx)]
    const announced = await announcementsOf(tx, at)
    const last = before.at(-1)
    const dice = thrown ?? last
    const state = {
      panelsAt: made?.madeAt ?? null,
      givenUpAt: announced.at(-1)?.givenUpAt ?? null,
      thrownAt: dice?.thrownAt ?? now,
      isSame: thrown === null,
      disputes: disputesIn(before),
      isOneWaiting: last?.secondPanel === null,
      isByBeacon: made !== undefined && inForce(announced, made.madeAt) !== undefined,
    }
    const allowed = rules.writeNumber(standing, state, { actor, now })
    if (!allowed.ok || !dice) return allowed.ok ? accept(null) : allowed
    const attempt = before.length + 1
    const { place, thrownBy, witnesses, watched, thrownAt } = dice
    const sameAs = thrown === null ? (last?.sameAs ?? last?.attempt ?? null) : null
    const told = { place, thrownBy, witnesses, watched, thrownAt }
    await panels.putThrow(tx, at, { ...told, panel, attempt, sameAs, typedBy: allowed.value.account })
    await record(tx, {
      kind: 'arena.lottery-number-written',
      problem,
      // What it shows becomes public when the second person has written it too: she must not read it first.
      public: {
        lottery: at.lottery,
        attempt,
        ...told,
        thrownAt: thrownAt.toString(),
        ...(sameAs === null ? {} : { sameAs }),
        by: actor.name,
      },
      secret: { panel: threeDigits(panel) },
      time: 'exact',
    })
    return accept(null)
  })
}

function disputesIn(throws: readonly panels.Throw[]): readonly rules.Dispute[] {
  return throws.flatMap(({ typedBy, secondBy, secondAt, panel, secondPanel }) =>
    secondBy && secondAt && panel !== secondPanel ? [{ typedBy, secondBy, secondAt }] : [],
  )
}

/** Another writes what she saw. The same number: the panel is drawn. Another number: it does not count, and both stay to be seen. */
export function writeAgain(
  database: Database,
  actor: Actor,
  { slug, panel }: { readonly slug: string; readonly panel: number },
): Promise<Result<{ readonly isDrawn: boolean }, rules.SecondRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const throws = await panels.throwsOf(tx, at)
    const waiting = throws.find(({ secondPanel }) => secondPanel === null)
    const first = waiting ? { ...waiting, isSame: waiting.sameAs !== null } : null
    const allowed = rules.writeAgain(standing, { first, disputes: disputesIn(throws), panel }, actor)
    if (!allowed.ok) return allowed
    const { account, isSame } = allowed.value
    const attempt = first?.attempt ?? 0
    await panels.putSecond(tx, at, { attempt, panel, by: account })
    if (isSame) await draw(tx, standing, { panel, attempt, actor: allowed.value })
    else
      await record(tx, {
        kind: 'arena.lottery-number-disputed',
        problem,
        public: {
          lottery: at.lottery,
          attempt,
          first: threeDigits(first?.panel ?? panel),
          second: threeDigits(panel),
          by: actor.name,
        },
        time: 'exact',
      })
    return accept({ isDrawn: isSame })
  })
}

export type Drawing = {
  readonly panel: number
  readonly attempt: number
  readonly actor: SignedIn
  /** What a beacon gave; nothing where dice were thrown. */
  readonly randomness?: string
}

/** Two people have written the same: its panel is offered the seats, and everybody in the list is told. */
export async function draw(tx: Tx, standing: LotteryStanding, drawing: Drawing): Promise<void> {
  const { panel, attempt, actor, randomness } = drawing
  const { at, problem } = standing
  const made = await panels.panelsOf(tx, at)
  if (!made) throw new Error('a number is written only after the panels are made')
  const numbers = made.panels[panel] ?? []
  const [entries, versions] = [await entriesOf(tx, at), await limitsOf(tx, at)]
  const listed = entries.flatMap(({ values }) => (values ? [values] : []))
  const drawn = entries.flatMap(({ number, values }) => (values && numbers.includes(number) ? [values] : []))
  const isSealed = (standing.lottery?.replaces ?? null) !== null
  await setDrawn(tx, at, isSealed ? null : drawnOf(versions.at(-1) ?? { features: [] }, { listed, drawn }))
  await record(tx, {
    kind: 'arena.lottery-drawn',
    problem,
    public: {
      lottery: at.lottery,
      attempt,
      panel: threeDigits(panel),
      numbers,
      panels: made.hash,
      ...(randomness === undefined ? {} : { randomness }),
      by: actor.name,
    },
    time: 'exact',
  })
  // Kept with the seat, in the language of the case.
  const reason = lotteryWords.say(standing.of.language)('reason', { panel: threeDigits(panel) })
  const applications = new Map((await applicationsOf(tx, problem)).map((one) => [one.id, one]))
  const waiting = entries.flatMap(({ application: id, number, isWaiting }) => {
    const application = id && isWaiting ? applications.get(id) : undefined
    return application ? [{ application, isDrawn: numbers.includes(number) }] : []
  })
  // Offers have public numbers and so has the list: in its order they would tell whose number is whose. Nobody knows this order.
  for (const { application, isDrawn } of shuffled(waiting, randomBytes(16).toString('hex')))
    if (isDrawn) await offerDrawn(tx, standing, { application, reason, by: actor.account })
  await tellNotDrawn(
    tx,
    standing,
    waiting.flatMap(({ application, isDrawn }) => (isDrawn ? [] : [application])),
  )
}

type Offered = { readonly application: Application; readonly reason: string; readonly by: Id<'account'> }

/** A seat by lot is offered as any other: she says yes or no by the day. */
async function offerDrawn(tx: Tx, { of, arena }: LotteryStanding, { application, reason, by }: Offered): Promise<void> {
  const { id, account, profile, gender } = application
  await answerApplication(tx, { id, problem: of.id }, { state: 'selected', answer: reason, by, isSubstitute: false })
  await record(tx, {
    kind: 'arena.application-answered',
    problem: of.id,
    public: {},
    secret: { application: id, isSelected: true, reason, substitute: null },
    time: 'coarse',
  })
  const seat = { way: 'drawn', criteria: [], account, profile, gender, reason, madeBy: by } as const
  await offerSeat(tx, { problem: of, arena }, seat)
}

/** All together, and nobody else hears of it. They go on waiting: somebody who is drawn may say no. */
async function tellNotDrawn(tx: Tx, { of }: LotteryStanding, applications: readonly Application[]): Promise<void> {
  const accounts = applications.map(({ account }) => account)
  await tellOfDraw(tx, of, { accounts, message: 'told.not-drawn' })
}

/** Everybody who can be drawn. */
export async function tellListed(
  tx: Tx,
  { of, at }: LotteryStanding,
  message: 'told.beacon-doubted' | 'told.beacon-given-up',
): Promise<void> {
  const accounts = (await entriesOf(tx, at)).flatMap(({ account, isWaiting }) =>
    account && isWaiting ? [account] : [],
  )
  await tellOfDraw(tx, of, { accounts, message })
}

type Telling = {
  readonly accounts: readonly Id<'account'>[]
  readonly message: 'told.not-drawn' | 'told.beacon-doubted' | 'told.beacon-given-up'
}

async function tellOfDraw(tx: Tx, { id, slug, question }: Problem, { accounts, message }: Telling): Promise<void> {
  await tellThese(tx, accounts, {
    about: { kind: 'problem', id },
    stage: 'arena',
    message,
    values: { question },
    address: 'arena.lottery',
    params: { problem: slug },
  })
}
