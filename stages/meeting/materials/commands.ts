import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { keepFile, type CleanFile } from '../../../platform/files/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { lockedProblem, type Problem } from '../../problem/index.ts'
import { standsInFor } from '../attendance/stand-in.ts'
import { record } from '../facts.ts'
import { inMeeting, type At, type Refusal } from '../in-meeting.ts'
import { meetingByNumber, type Meeting } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AddInput = At & {
  readonly title: string
  readonly link: string
  readonly file: CleanFile | undefined
}

/** Before the papers are out it waits with them; afterwards it is out at once, and marked as late. */
export function addMaterial(
  database: Database,
  actor: Actor,
  { title, link, file, ...at }: AddInput,
): Promise<Result<{ readonly isOut: boolean }, Refusal<rules.AddRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const standsIn = await standsInFor(tx, meeting, actor)
    const state = { meeting, standsIn, hasLink: link !== '', hasFile: file !== undefined }
    const allowed = rules.add(problem.id, state, actor)
    if (!allowed.ok) return allowed
    const { by, isStaff } = allowed.value
    const isOut = meeting.papersAt !== null
    const paper = { meeting: meeting.id, title, link, file: file ?? null, addedBy: by.account, isStaff }
    const { id, number } = await store.putMaterial(tx, {
      ...paper,
      publishedAt: isOut ? tx.now : null,
      isLate: isOut,
    })
    await follow(tx, { account: by.account, about: { kind: 'material', id }, asAuthor: true })
    if (isOut && file && meeting.isOpen !== false)
      await showFile(tx, { material: id, meeting: meeting.id, file, by: by.account })
    await record(tx, {
      kind: 'meeting.material-added',
      problem: problem.id,
      public: { meeting: meeting.number, material: number, isLate: isOut },
      secret: { title, link, file: file?.hash ?? null, addedBy: by.account },
      time: 'coarse',
    })
    if (isOut) await tellPapers(tx, problem, { meeting, message: 'told.late-paper', except: by.account })
    return accept({ isOut })
  })
}

export type PublishInput = At & {
  /** Null: now. */
  readonly due: Temporal.Instant | null
}

/** Out to everybody now, or by the worker when the time has come. */
export function publishPapers(
  database: Database,
  actor: Actor,
  { due, ...at }: PublishInput,
): Promise<Result<null, Refusal<rules.PublishRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const waiting = (await store.materialsOf(tx, meeting.id)).filter(({ publishedAt }) => publishedAt === null).length
    const allowed = rules.publish(problem.id, { meeting, waiting, due }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (due === null) {
      await publishNow(tx, problem, meeting)
      return accept(null)
    }
    await store.setPapersDue(tx, meeting.id, due)
    await record(tx, {
      kind: 'meeting.papers-due',
      problem: problem.id,
      public: { meeting: meeting.number, due: due.toString() },
      secret: { by: allowed.value.account },
      time: 'exact',
    })
    return accept(null)
  })
}

/** The worker's part: papers whose time has come. Late by seconds they are late for everybody. */
export async function papersPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  // Papers that cannot go out hold up those of no other meeting.
  for (const due of await store.papersDue(database.read(place), now))
    await patience({ id: `papers of meeting ${due.meeting}`, now }, () =>
      database.transact(place, null, (tx) => publishDue(tx, due)),
    )
}

async function publishDue(tx: Tx, { slug, number }: store.Due): Promise<void> {
  const found = await lockedProblem(tx, slug)
  const meeting = found.ok ? await meetingByNumber(tx, found.value.id, number) : undefined
  const isDue = meeting?.papersDueAt && Temporal.Instant.compare(meeting.papersDueAt, tx.now) <= 0
  if (found.ok && meeting && isDue && meeting.state === 'called') await publishNow(tx, found.value, meeting)
}

async function publishNow(tx: Tx, problem: Problem, meeting: Meeting): Promise<void> {
  const waiting = (await store.materialsOf(tx, meeting.id)).filter(({ publishedAt }) => publishedAt === null)
  // Papers of a closed meeting are for those who are called to it: no public address opens their files, and no record names them.
  const isClosed = meeting.isOpen === false
  await store.publishMaterials(tx, meeting.id)
  for (const { id, file, addedBy } of waiting)
    if (file && !isClosed)
      await showFile(tx, { material: id, meeting: meeting.id, file: file as CleanFile, by: addedBy }) // the check constraint holds its type
  await record(tx, {
    kind: 'meeting.papers-published',
    problem: problem.id,
    public: {
      meeting: meeting.number,
      papers: waiting.map(({ number, title, link, file }) =>
        isClosed ? { number } : { number, title, link, file: file?.hash ?? null },
      ),
    },
    time: 'exact',
  })
  if (waiting.length > 0) await tellPapers(tx, problem, { meeting, message: 'told.papers', except: null })
}

type Showing = {
  readonly material: Id<'material'>
  readonly meeting: Id<'meeting'>
  readonly file: CleanFile
  readonly by: Id<'account'>
}

/** Only now has the file an address that opens: before, its bytes lie in the store and nobody is served them. */
async function showFile(tx: Tx, { material, meeting, file, by }: Showing): Promise<void> {
  const within = { kind: 'meeting', id: meeting } as const
  await keepFile(tx, { file, about: { kind: 'material', id: material }, within, alt: '', by })
}

type Telling = {
  readonly meeting: Meeting
  readonly message: 'told.papers' | 'told.late-paper'
  readonly except: Id<'account'> | null
}

async function tellPapers(tx: Tx, problem: Problem, { meeting, message, except }: Telling): Promise<void> {
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'meeting',
    message,
    values: { title: meeting.title, question: problem.question },
    address: 'meeting.papers',
    params: { problem: problem.slug, number: String(meeting.number) },
    except,
  })
}
