import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { bodyById, membersOf, ownCalendar, todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { accountOfPerson, bylines } from '../../platform/identity/index.ts'
import { hashOf } from '../../platform/ledger/index.ts'
import { tell, tellAround, tellThese } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { freezeDraft, recommendationsOf, signersIn } from '../draft/index.ts'
import { adoptedMandate, promiseWords } from '../mandate/index.ts'
import { inCase, problemBySlug, type Problem } from '../problem/index.ts'
import * as answerStore from './answer-store.ts'
import * as directions from './directions.ts'
import { record } from './facts.ts'
import { decisionWords } from './messages/words.ts'
import { invitedTo } from './questions/invited.ts'
import * as rules from './rules.ts'
import { takeSnapshot, type Snapshot } from './snapshot.ts'
import * as store from './store.ts'

export async function sendDirection(
  database: Database,
  actor: Actor,
  { slug, text }: { readonly slug: string; readonly text: string },
): Promise<Result<null, rules.SendRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const sending = rules.sendDirection(await caseOf(tx, problem), actor)
    if (!sending.ok) return sending
    const { by, to } = sending.value
    const number = (await directions.directionsOf(tx, problem.id)).length + 1
    const dueAt = deadlineAfter(tx.now, rules.replyWithin, await ownCalendar(tx))
    const direction = await directions.putDirection(tx, {
      problem: problem.id,
      number,
      body: to,
      text,
      sentBy: by.account,
      dueAt,
    })
    await link(tx, { kind: 'check', id: direction }, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'decision.direction-sent',
      problem: problem.id,
      public: { number, body: to, text, dueAt: dueAt.toString() },
      time: 'exact',
    })
    const members = (await membersAccounts(tx, to)).filter((account) => account !== by.account)
    await tellThese(tx, members, {
      ...newsOf(problem),
      message: 'told.direction-for-you',
    })
    await tellOfCase(tx, problem, { message: 'told.direction-sent', except: by, elsewhere: members })
    return accept(null)
  })
}

export type HandOverInput = { readonly slug: string; readonly place: Jurisdiction; readonly language: string }

/** Freezes the draft, takes the snapshot, and starts the clock of the mandate's own rule. */
export async function handOver(
  database: Database,
  actor: Actor,
  { slug, place, language }: HandOverInput,
): Promise<Result<null, rules.HandOverRefusal | 'no-such-problem' | 'unsaved-words'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const recommendations = await recommendationsOf(tx, problem.id)
    const handing = rules.handOver({ ...(await caseOf(tx, problem)), recommendations: recommendations.length }, actor)
    if (!handing.ok) return handing
    const { by, to, rule } = handing.value
    const frozen = await freezeDraft(tx, problem.id)
    if (!frozen.ok) return frozen
    const dueAt = deadlineAfter(tx.now, rule, place)
    const snapshot = await snapshotFor(tx, { problem, recommendations, language })
    const pack = await store.putPackage(tx, {
      problem: problem.id,
      body: to,
      snapshot,
      rule,
      dueAt,
      handedBy: by.account,
      handedAt: tx.now,
      handedOn: null,
      meetingOn: null,
      returnOn: null,
      isClosed: false,
      source: null,
    })
    for (const { id, number, title, text } of recommendations)
      await answerStore.putItem(tx, pack, { recommendation: id, number, title, text })
    await link(tx, { kind: 'package', id: pack }, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'decision.handed-over',
      problem: problem.id,
      public: {
        body: to,
        due: dueAt.toString(),
        rule: { count: rule.count, unit: rule.unit },
        recommendations: recommendations.length,
        snapshot: hashOf(snapshot),
      },
      time: 'exact',
    })
    await tellOfCase(tx, problem, { message: 'told.handed-over', except: by })
    return accept(null)
  })
}

async function snapshotFor(
  tx: Tx,
  {
    problem,
    recommendations,
    language,
  }: {
    readonly problem: Problem
    readonly recommendations: Awaited<ReturnType<typeof recommendationsOf>>
    readonly language: string
  },
): Promise<Snapshot> {
  const mandate = await adoptedMandate(tx, problem.id)
  if (!mandate) throw new Error('a hand-over without a mandate came past its rule')
  const recipient = mandate.recipientBody && (await bodyById(tx, mandate.recipientBody))
  return takeSnapshot({
    language,
    takenAt: tx.now,
    problem,
    mandate,
    promise: promiseWords(language, mandate),
    recipient: recipient ? recipient.name : '',
    recommendations,
    signers: await signerNames(tx, problem),
    say: decisionWords.say(language),
  })
}

/** Names as they are called on the day of the hand-over: later nobody looks them up again. */
async function signerNames(tx: Tx, { id }: Problem): Promise<Parameters<typeof takeSnapshot>[0]['signers']> {
  const signers = await signersIn(tx, id)
  const named = await bylines(tx, [...new Set([...signers.values()].flat())])
  return new Map(
    [...signers].map(([recommendation, all]) => [
      recommendation,
      all.flatMap((account) => named.get(account)?.name ?? []),
    ]),
  )
}

/** What the rules have to know of a case before it is handed over. */
async function caseOf(tx: Tx, problem: Problem): Promise<rules.Case> {
  const mandate = await adoptedMandate(tx, problem.id)
  return { id: problem.id, mandate, isHandedOver: (await store.packageOf(tx, problem.id)) !== undefined }
}

export type DatesInput = {
  readonly slug: string
  readonly meetingOn: Temporal.PlainDate
  readonly returnOn: Temporal.PlainDate
}

export async function setDates(
  database: Database,
  actor: Actor,
  { slug, meetingOn, returnOn }: DatesInput,
): Promise<Result<null, rules.DatesRefusal | PackageMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const setting = rules.setDates(pack, actor, { meetingOn, returnOn })
    if (!setting.ok) return setting
    await store.setDates(tx, pack.id, { meetingOn, returnOn })
    const items = await answerStore.itemsOf(tx, [pack.id])
    await record(tx, {
      kind: 'decision.dates-set',
      problem: problem.id,
      public: { meeting: meetingOn.toString(), return: returnOn.toString() },
      time: 'exact',
    })
    const invited = await invitedTo(tx, {
      problem: problem.id,
      recommendations: items.map((one) => one.recommendation),
    })
    await tellInvited(tx, problem, { invited: [...invited], except: setting.value })
    await tellOfCase(tx, problem, { message: 'told.dates-set', except: setting.value, elsewhere: [...invited] })
    return accept(null)
  })
}

type Inviting = { readonly invited: readonly Id<'account'>[]; readonly except: SignedIn }

/** Whoever worked on it is invited to question those who answer (R35). */
async function tellInvited(tx: Tx, problem: Problem, { invited, except }: Inviting): Promise<void> {
  await tellThese(tx, invited, {
    about: { kind: 'problem', id: problem.id },
    stage: 'decision',
    message: 'told.invited',
    values: { question: problem.question },
    address: 'decision.questions',
    params: { problem: problem.slug },
    except: except.account,
  })
}

export async function writeStaffNote(
  database: Database,
  actor: Actor,
  { slug, text }: { readonly slug: string; readonly text: string },
): Promise<Result<null, rules.StaffNoteRefusal | PackageMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const writing = rules.writeStaffNote(pack, actor)
    if (!writing.ok) return writing
    const version = await store.putStaffNote(tx, pack.id, { text, by: writing.value.account })
    await record(tx, {
      kind: 'decision.staff-note-written',
      problem: problem.id,
      public: { version, text },
      time: 'exact',
    })
    return accept(null)
  })
}

export type PackageMissing = 'no-such-problem' | 'not-handed-over'
type PackageFound = { readonly problem: Problem; readonly pack: store.Package }

/** The package under its lock: answering and closing exclude one another. */
export async function lockedPackage(tx: Tx, slug: string): Promise<Result<PackageFound, PackageMissing>> {
  const problem = await problemBySlug(tx, slug)
  if (!problem) return refuse('no-such-problem')
  const known = await store.packageOf(tx, problem.id)
  if (!known) return refuse('not-handed-over')
  await lockExclusive(tx, known.id)
  const pack = await store.packageOf(tx, problem.id) // as it stands now that nobody else changes it
  return pack ? accept({ problem, pack }) : refuse('not-handed-over')
}

/** One transaction about one package, under its lock. */
export async function inPackage<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, found: PackageFound) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | PackageMissing>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | PackageMissing>> => {
    const found = await lockedPackage(tx, slug)
    return found.ok ? act(tx, found.value) : found
  })
}

type CaseNews = {
  readonly message:
    | 'told.direction-sent'
    | 'told.direction-answered'
    | 'told.handed-over'
    | 'told.dates-set'
    | 'told.returned'
    | 'told.closed'
  readonly values?: Readonly<Record<string, string | number>>
  readonly except: { readonly account: Parameters<typeof tell>[1]['except'] }
  /** Who hears of it in other words. */
  readonly elsewhere?: readonly Id<'account'>[]
}

/** What nobody who took part may learn by chance: that it was handed over, and that all of it was answered. */
const isForAll: ReadonlySet<CaseNews['message']> = new Set<CaseNews['message']>(['told.handed-over', 'told.closed'])

/** Everybody who follows the case hears of it. */
export async function tellOfCase(
  tx: Tx,
  problem: Problem,
  { message, values = {}, except, elsewhere = [] }: CaseNews,
): Promise<void> {
  const about = newsOf(problem)
  const news = { ...about, message, values: { ...about.values, ...values }, except: except.account, elsewhere }
  await (isForAll.has(message) ? tellAround(tx, problem.id, news) : tell(tx, news))
}

function newsOf(problem: Problem) {
  return {
    about: { kind: 'problem', id: problem.id },
    stage: 'decision',
    values: { question: problem.question },
    address: 'decision.page',
    params: { problem: problem.slug },
  } as const
}

/** Who sits in the parent body today: its party groups are to say their word, too. */
async function membersAccounts(tx: Tx, body: Id<'body'>): Promise<readonly Id<'account'>[]> {
  const people = await membersOf(tx, body, todayIn(await ownCalendar(tx), tx.now))
  const accounts = await Promise.all(people.map((person) => accountOfPerson(tx, person)))
  return accounts.flatMap((account) => account?.id ?? [])
}
