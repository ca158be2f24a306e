import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { bodyById, ownCalendar, todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hashOf } from '../../platform/ledger/index.ts'
import { tellThese } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { freezeDraft, recommendationsOf, signersIn } from '../draft/index.ts'
import { adoptedMandate, promiseWords } from '../mandate/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import * as answerStore from './answers/store.ts'
import { record } from './facts.ts'
import { inPackage, type PackageMissing } from './in-package.ts'
import { decisionWords } from './messages/words.ts'
import { invitedTo } from './questions/invited.ts'
import * as rules from './rules.ts'
import { takeSnapshot, type Snapshot } from './snapshot.ts'
import * as store from './store.ts'
import { tellOfCase } from './tell.ts'

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
export async function caseOf(tx: Tx, problem: Problem): Promise<rules.Case> {
  const mandate = await adoptedMandate(tx, problem.id)
  return { id: problem.id, mandate, isHandedOver: (await store.packageOf(tx, problem.id)) !== undefined }
}

export type DatesInput = rules.Dates & { readonly slug: string }

export async function setDates(
  database: Database,
  actor: Actor,
  { slug, meetingOn, returnOn }: DatesInput,
): Promise<Result<null, rules.DatesRefusal | PackageMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const today = todayIn(await ownCalendar(tx), await clock(tx))
    const setting = rules.setDates(pack, actor, { meetingOn, returnOn, today })
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
