import { isSignedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  file,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { printingOf } from '../../platform/identity/residence/index.ts'
import { letterWords, readAddresses } from '../../stages/arena/index.ts'
import * as commands from './commands.ts'
import { deskRoutes } from './desk/routes.tsx'
import { lettersTable, printedPart } from './letters.ts'
import { numberIn } from './number-in.ts'
import * as rules from './rules.ts'
import { lettersPage, residencePage, say } from './show.tsx'

const askForm = fields({ address: field.line({ most: 200 }), postcode: field.line({ most: 12 }) })
const codeForm = fields({ code: field.text({ most: 60 }) })
const listForm = fields({ source: field.line({ most: 200 }), asOf: field.date() })
const makeForm = fields({ which: field.choice(['asked', 'all']) })

export const residenceRoutes: readonly Route[] = [
  route('residence', { allowed: rules.mayShow, records: 'nothing' }, (visit) => residencePage(visit)),

  route('residence.ask', { allowed: rules.mayShow, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return residencePage(visit, form.errors)
    const { timeZone } = visit.jurisdiction
    const asked = await commands.askForLetter(visit.database, visit.actor, { ...form.value, timeZone })
    if (!asked.ok) {
      const bounds = { count: rules.mostAskings, days: rules.daysOfAskings }
      return residencePage(visit, [{ field: 'address', text: say(visit)(`refused.${asked.refusal}`, bounds) }])
    }
    return redirectSaying(visit.to('residence'), { text: say(visit)('asked'), next: say(visit)('asked-next') })
  }),

  route('residence.type-code', { allowed: rules.mayShow, records: ['identity.residence-shown'] }, async (visit) => {
    const form = readForm(visit, codeForm)
    if (!form.ok) return residencePage(visit, form.errors)
    const { timeZone } = visit.jurisdiction
    const typed = await commands.typeCode(visit.database, visit.actor, { typed: form.value.code, timeZone })
    if (!typed.ok) return complain(visit, say(visit)(`refused.${typed.refusal}`))
    const { kind } = typed.value
    if (kind !== 'shown') return complain(visit, say(visit)(`refused.${kind}`, { count: rules.daysOfCode }))
    return redirectSaying(visit.to('residence'), { text: say(visit)('shown-now'), next: say(visit)('shown-now-next') })
  }),

  route('residence.letters', { allowed: rules.mayKeepList, records: 'nothing' }, (visit) => lettersPage(visit)),

  route('residence.bring-list', { allowed: rules.mayKeepList, records: ['identity.addresses-listed'] }, (visit) =>
    bringList(visit),
  ),

  route(
    'residence.make-letters',
    { allowed: rules.mayKeepList, records: ['identity.residence-letters-made'] },
    async (visit) => {
      const form = readForm(visit, makeForm)
      if (!form.ok) return lettersPage(visit, form.errors)
      const made = await commands.makeLetters(visit.database, visit.actor, form.value)
      if (!made.ok) return lettersPage(visit, [{ field: '', text: say(visit)(`refused.${made.refusal}`) }])
      return redirectSaying(visit.to('residence.letters'), {
        text: say(visit)('made', made.value),
        next: say(visit)('made-next', made.value),
      })
    },
  ),

  route(
    'residence.printed',
    { allowed: rules.mayKeepList, records: ['identity.residence-letters-printed'] },
    async (visit) => {
      const run = numberIn(visit.params.number)
      const printed = await commands.confirmPrinted(visit.database, visit.actor, run)
      if (!printed.ok) return refused(say(visit)(`refused.${printed.refusal}`))
      const letter = letterWords.say(visit.lang)
      return redirectSaying(visit.to('residence.letters'), {
        text: letter('done.printed'),
        next: letter('done.printed-next'),
      })
    },
  ),

  route('residence.part', { allowed: rules.mayKeepList, records: 'nothing' }, async (visit) => {
    const [run, part] = [numberIn(visit.params.number), numberIn(visit.params.part)]
    const printing = await printingOf(visit.read, run)
    const body = printing && (await printedPart(visit, printing, part))
    if (!body) return refused(say(visit)('refused.gone'))
    return file({ body, mediaType: 'application/pdf', downloadAs: `letters-${run}-${part}.pdf`, isPrivate: true })
  }),

  route('residence.table', { allowed: rules.mayKeepList, records: 'nothing' }, async (visit) => {
    const run = numberIn(visit.params.number)
    const printing = await printingOf(visit.read, run)
    if (!printing) return refused(say(visit)('refused.gone'))
    const body = await lettersTable(visit, visit.read, printing)
    return file({ body, mediaType: 'text/csv; charset=utf-8', downloadAs: `letters-${run}.csv`, isPrivate: true })
  }),

  ...deskRoutes,
]

const mostBytes = 10 * 1024 * 1024

async function bringList(visit: Visit<'residence.bring-list'>): Promise<Reply> {
  const letter = letterWords.say(visit.lang)
  const complaint = (text: string): FieldError => ({ field: 'list', text })
  const form = readForm(visit, listForm)
  const { list: sent } = visit.form.files
  const missing = sent ? [] : [complaint(letter('refused.file-needed'))]
  if (!form.ok) return lettersPage(visit, [...missing, ...form.errors])
  if (!sent) return lettersPage(visit, missing)
  if (sent.size > mostBytes) return lettersPage(visit, [complaint(letter('refused.file-too-large'))])
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const read = readAddresses(bytes, [])
  if (!read.ok)
    return lettersPage(
      visit,
      read.faults.map(({ code, row, column, value, other }) =>
        complaint(letter(`fault.${code}`, { row, column, value, other: other ?? 0 })),
      ),
    )
  const { addresses } = read.list
  const brought = await commands.bringList(visit.database, visit.actor, { ...form.value, addresses, bytes })
  if (!brought.ok) return refused(say(visit)(`refused.${brought.refusal}`), 403)
  return redirectSaying(visit.to('residence.letters'), {
    text: say(visit)('brought'),
    next: say(visit)('brought-next'),
  })
}

function complain(visit: Visit<'residence.type-code'>, text: string): Promise<Reply> | Reply {
  return isSignedIn(visit.actor) ? residencePage(visit, [{ field: 'code', text }]) : refused(text, 403)
}
