import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  file,
  letterCookie,
  notFound,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type RedirectReply,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { clientHash } from '../../../platform/identity/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { featuresOf } from '../features/store.ts'
import * as answers from './answers-commands.ts'
import * as commands from './commands.ts'
import { readDraw } from './draw-form.ts'
import { readList } from './list.ts'
import { partOf } from './print-store.ts'
import { lettersRows, publishedLetters } from './published.ts'
import * as rules from './rules.ts'
import { letterPage, lettersPage, lettersTable, say, saySlip, type OfLetters } from './show.tsx'
import { listOf } from './store.ts'

const openForm = fields({ code: field.text({ most: 60 }) })
const answerForm = fields({ answer: field.choice(['yes', 'no']), reason: field.optionalText({ most: 500 }) })

export const letterRoutes: readonly Route[] = [
  route('arena.letter', { allowed: rules.mayOpenLetter, records: 'nothing' }, (visit) => letterPage(visit)),

  route('arena.open-letter', { allowed: rules.mayOpenLetter, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, openForm)
    if (!form.ok) return letterPage(visit, form.errors)
    const client = visit.client === undefined ? null : clientHash(visit.client)
    const opened = await answers.openLetter(visit.database, visit.actor, { typed: form.value.code, client })
    if (!opened.ok) throw new Error('typing a code is never refused, only answered')
    if (opened.value.kind !== 'opened')
      return letterPage(visit, [{ field: 'code', text: saySlip(visit, opened.value) }])
    return withLetter(visit, redirect(visit.to('arena.letter')), opened.value)
  }),

  route('arena.answer-letter', { allowed: rules.mayOpenLetter, records: ['arena.letter-answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return letterPage(visit, form.errors)
    if (!visit.letter) return letterPage(visit, [{ field: 'code', text: say(visit)('refused.type-code-first') }])
    const answering = { token: visit.letter, timeZone: visit.jurisdiction.timeZone }
    return form.value.answer === 'yes'
      ? sayYes(visit, answering)
      : sayNo(visit, { ...answering, reason: form.value.reason })
  }),

  route('arena.letters', { allowed: rules.mayWriteLetters, records: 'nothing' }, (visit) => lettersPage(visit)),

  route('arena.list-addresses', { allowed: rules.mayWriteLetters, records: ['arena.addresses-listed'] }, (visit) =>
    listAddresses(visit),
  ),

  route('arena.draw-letters', { allowed: rules.mayWriteLetters, records: ['arena.letters-drawn'] }, async (visit) => {
    const slug = visit.params.problem
    const problem = await problemBySlug(visit.read, slug)
    const list = problem && (await listOf(visit.read, problem.id))
    if (!list) return refused(say(visit)('refused.no-list'))
    const form = readDraw(visit, list.features)
    if (!form.ok) return lettersPage(visit, form.errors)
    const drawn = await commands.drawLetters(visit.database, visit.actor, { slug, ...form.draw })
    if (!drawn.ok) return complain(visit, drawn.refusal, drawn.refusal === 'one-feature-only' ? 'expected' : 'letters')
    return back(visit, 'drawn')
  }),

  route(
    'arena.letters-printed',
    { allowed: rules.mayWriteLetters, records: ['arena.letters-printed'] },
    async (visit) => {
      const printed = await commands.confirmPrinted(visit.database, visit.actor, {
        slug: visit.params.problem,
        round: Number(visit.params.number),
      })
      if (!printed.ok) return refused(say(visit)(`refused.${printed.refusal}`))
      return back(visit, 'printed')
    },
  ),

  route('arena.letters-part', { allowed: rules.mayWriteLetters, records: 'nothing' }, async (visit) => {
    const [problem, round, part] = [
      await problemBySlug(visit.read, visit.params.problem),
      Number(visit.params.number),
      Number(visit.params.part),
    ]
    if (!problem || !Number.isInteger(round) || !Number.isInteger(part)) return notFound()
    const body = await partOf(visit.read, problem.id, { round, part })
    if (!body) return notFound()
    return file({ body, mediaType: 'application/pdf', downloadAs: `letters-${round}-${part}.pdf`, isPrivate: true })
  }),

  route('arena.letters-data', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    const published = problem && (await publishedLetters(visit.read, problem.id))
    return published ? jsonFile('letters.json', published, false) : notFound()
  }),

  route('arena.letters-rows', { allowed: rules.mayWriteLetters, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    const rows = problem && (await lettersRows(visit.read, problem.id))
    return rows ? jsonFile('rows.json', rows, true) : notFound()
  }),

  route('arena.letters-table', { allowed: rules.mayWriteLetters, records: 'nothing' }, (visit) => lettersTable(visit)),
]

function jsonFile(name: string, content: object, isPrivate: boolean): Reply {
  const body = `${JSON.stringify(content, null, 2)}\n`
  return file({ body, mediaType: 'application/json; charset=utf-8', downloadAs: name, isPrivate })
}

type Answering = answers.Answering

async function sayYes(visit: Visit<'arena.answer-letter'>, answering: Answering): Promise<Reply> {
  const said = await answers.acceptLetter(visit.database, visit.actor, answering)
  if (said.ok) {
    const done = { text: say(visit)('done.yes'), next: say(visit)('done.yes-next') }
    return redirectSaying(visit.to('arena.application', { problem: said.value.slug }), done)
  }
  // The letter stays open in this browser: signed in, she comes back to it.
  if (said.refusal === 'sign-in-first')
    return redirect(`${visit.to('sign-in')}?next=${encodeURIComponent(visit.to('arena.letter'))}`)
  return letterPage(visit, [{ field: '', text: say(visit)(`refused.${said.refusal}`) }])
}

async function sayNo(visit: Visit<'arena.answer-letter'>, answering: Answering & { reason: string }): Promise<Reply> {
  const said = await answers.declineLetter(visit.database, visit.actor, answering)
  if (!said.ok) return letterPage(visit, [{ field: '', text: say(visit)(`refused.${said.refusal}`) }])
  return redirect(visit.to('arena.letter')) // which says so as long as the letter is open in this browser
}

type Bound = { readonly token: string; readonly expires: Temporal.Instant }

/** The cookie that keeps the letter open in this browser. */
function withLetter(visit: Visit, reply: RedirectReply, { token, expires }: Bound): Reply {
  const name = letterCookie(visit.jurisdiction.slug, visit.origin.startsWith('https:'))
  return { ...reply, cookies: [{ name, value: token, expires }] }
}

const mostBytes = 10 * 1024 * 1024

async function listAddresses(visit: Visit<'arena.list-addresses'>): Promise<Reply> {
  const complaint = (text: string): FieldError => ({ field: 'list', text })
  const { list: sent } = visit.form.files
  if (!sent) return lettersPage(visit, [complaint(say(visit)('refused.file-needed'))])
  if (sent.size > mostBytes) return lettersPage(visit, [complaint(say(visit)('refused.file-too-large'))])
  const read = readList(new Uint8Array(await sent.arrayBuffer()), await featuresOf(visit.read))
  if (!read.ok) {
    const words = read.faults.map(({ code, row, column, value, other }) =>
      complaint(say(visit)(`fault.${code}`, { row, column, value, other: other ?? 0 })),
    )
    return lettersPage(visit, words)
  }
  const listed = await commands.listAddresses(visit.database, visit.actor, {
    slug: visit.params.problem,
    list: read.list,
  })
  if (!listed.ok) return complain(visit, listed.refusal, 'list')
  return back(visit, 'listed')
}

type Refusal = rules.ListRefusal | rules.DrawRefusal | 'no-such-problem'

function complain(visit: OfLetters, refusal: Refusal, at: string): Promise<Reply> | Reply {
  if (refusal === 'no-such-problem') return notFound()
  const text = say(visit)(`refused.${refusal}`)
  if (refusal === 'only-clerk') return refused(text, 403)
  return lettersPage(visit, [{ field: at, text }])
}

function back(visit: OfLetters, what: 'listed' | 'drawn' | 'printed') {
  return redirectSaying(visit.to('arena.letters', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
