import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { mayWrite } from '../rules.ts'
import { addSection, changeSection, type ChangeRefusal } from './changing.ts'
import { citeFrom, takeCitationBack, type ClauseMissing } from './citing.ts'
import type { TextKey } from './messages/words.ts'
import { limits, type CiteRefusal, type SaveRefusal } from './rules.ts'
import { saveVersion } from './saving.ts'
import { readSectionForm, type SectionForm } from './section-form.ts'
import { askedPage, keptWordsPage, sectionPage, writePage } from './show-writing.tsx'
import { clausePage } from './clause-show.tsx'
import { newSection } from './pages/take-up-page.tsx'
import { takeUp, type TakeUpRefusal } from './taking-up.ts'
import { fromIn, takeUpPage } from './taking-up-show.tsx'
import { comparePage, printPage, textPage, versionsPage, wordsFor, type AtCase } from './show.tsx'
import type { TypeRefusal } from './typing.ts'

const saveForm = fields({ reason: field.text({ most: limits.mostReason }) })
const newSectionForm = fields({
  kind: field.choice(['recommendation', 'passage']),
  heading: field.line({ least: limits.leastHeading, most: limits.mostHeading }),
  clauses: field.optionalText({ most: 20_000 }),
})
const takeUpForm = fields({
  section: field.optionalText({ most: 36 }),
  heading: field.optionalText({ most: limits.mostHeading }),
  clauses: field.text({ most: limits.mostClause }),
  reason: field.text({ most: limits.mostReason }),
})
const unciteForm = fields({ cited: field.text({ most: 36 }) })

const versionFacts = [
  'draft.version-saved',
  'draft.recommendation-proposed',
  'draft.recommendation-revised',
  'draft.recommendation-withdrawn',
  'draft.recommendation-returned',
] as const

/** The common text: reading it, writing in it, making what was written a version, and saying what it comes from. */
export const textRoutes: readonly Route[] = [
  route('draft.page', { allowed: anyone, records: 'nothing' }, (visit) => textPage(visit)),
  route('draft.print', { allowed: anyone, records: 'nothing' }, (visit) => printPage(visit)),
  route('draft.versions', { allowed: anyone, records: 'nothing' }, (visit) => versionsPage(visit)),
  route('draft.compare', { allowed: anyone, records: 'nothing' }, (visit) => comparePage(visit)),
  route('draft.write', { allowed: mayWrite, records: 'nothing' }, (visit) => writePage(visit)),

  route('draft.save-version', { allowed: mayWrite, records: versionFacts }, async (visit) => {
    const form = readForm(visit, saveForm)
    if (!form.ok) return writePage(visit, form.errors)
    const saved = await saveVersion(visit.database, visit.actor, { slug: visit.params.problem, ...form.value })
    if (saved.ok) return savedAs(visit, saved.value.version)
    return isAboutWords(saved.refusal)
      ? writePage(visit, [{ field: 'reason', text: sentence(visit, saved.refusal) }])
      : keeping(visit, saved.refusal)
  }),

  // Typing is working state: it is recorded when a version is saved.
  route('draft.add-section', { allowed: mayWrite, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, newSectionForm)
    if (!form.ok) return writePage(visit, form.errors)
    const { kind, heading, clauses } = form.value
    const added = await addSection(visit.database, visit.actor, {
      slug: visit.params.problem,
      kind,
      heading,
      clauses: clauses.split(/\n\s*\n/).flatMap((text) => inOneLine(text) || []),
    })
    if (!added.ok) return keeping(visit, added.refusal)
    return redirectSaying(
      visit.to('draft.write-section', { problem: visit.params.problem, section: added.value }),
      said(visit, 'added'),
    )
  }),

  route('draft.write-section', { allowed: mayWrite, records: 'nothing' }, (visit) => sectionPage(visit)),

  route('draft.change-section', { allowed: mayWrite, records: versionFacts }, async (visit) => {
    const { say } = wordsFor(visit)
    const read = readSectionForm(visit, say)
    if (!read.ok) return sectionPage(visit, read.errors)
    const form = read.value
    const changed = await changeSection(visit.database, visit.actor, { slug: visit.params.problem, form })
    if (!changed.ok)
      return isAboutWords(changed.refusal)
        ? sectionPage(visit, [{ field: 'reason', text: sentence(visit, changed.refusal) }])
        : keeping(visit, changed.refusal)
    if (changed.value.asked) return askedPage(visit, form, changed.value.asked)
    if (changed.value.version !== null) return savedAs(visit, changed.value.version)
    return redirectSaying(whereTo(visit, form), said(visit, form.act.kind === 'arrange' ? 'arranged' : 'kept'))
  }),

  route('draft.clause', { allowed: anyone, records: 'nothing' }, (visit) => clausePage(visit)),

  route('draft.cite', { allowed: mayWrite, records: ['draft.clause-cited'] }, async (visit) => {
    const clause = parseId('clause', visit.params.clause)
    if (!clause) return notFound()
    const cited = await citeFrom(visit.database, visit.actor, {
      slug: visit.params.problem,
      clause,
      cites: citesIn(visit),
    })
    if (cited.ok)
      return redirectSaying(visit.to('draft.clause', visit.params), {
        text: wordsFor(visit).say('done.cited', cited.value),
        next: wordsFor(visit).say('done.cited-next'),
      })
    const { refusal } = cited
    return refusal === 'cite-something' || refusal === 'cites-unknown' || refusal === 'cites-hidden'
      ? clausePage(visit, [{ field: 'cites', text: sentence(visit, refusal) }])
      : refusedFor(visit, refusal)
  }),

  route('draft.uncite', { allowed: mayWrite, records: ['draft.citation-taken-back'] }, async (visit) => {
    const clause = parseId('clause', visit.params.clause)
    const form = readForm(visit, unciteForm)
    if (!clause || !form.ok) return notFound()
    const taken = await takeCitationBack(visit.database, visit.actor, {
      slug: visit.params.problem,
      clause,
      cited: form.value.cited,
    })
    return taken.ok
      ? redirectSaying(visit.to('draft.clause', { problem: visit.params.problem, clause }), said(visit, 'unciting'))
      : refusedFor(visit, taken.refusal)
  }),

  route('draft.taking-up', { allowed: mayWrite, records: 'nothing' }, (visit) => takeUpPage(visit)),

  route('draft.take-up', { allowed: mayWrite, records: [...versionFacts, 'draft.clause-cited'] }, async (visit) => {
    const form = readForm(visit, takeUpForm)
    if (!form.ok) return takeUpPage(visit, form.errors)
    const { section, heading, clauses, reason } = form.value
    const from = fromIn(visit)
    if (!from) return notFound()
    const taken = await takeUp(visit.database, visit.actor, {
      slug: visit.params.problem,
      from: from.id,
      section: section === '' || section === newSection ? null : section,
      heading: inOneLine(heading),
      text: inOneLine(clauses),
      reason,
    })
    if (taken.ok)
      return redirectSaying(visit.to('draft.clause', { problem: visit.params.problem, clause: taken.value.clause }), {
        text: wordsFor(visit).say('done.taken-up'),
        next: wordsFor(visit).say('done.taken-up-next', { version: taken.value.version }),
      })
    const { refusal } = taken
    if (refusal === 'heading-asked' || refusal === 'no-such-section')
      return takeUpPage(visit, [
        { field: refusal === 'heading-asked' ? 'heading' : 'section', text: sentence(visit, refusal) },
      ])
    return isAboutWords(refusal)
      ? takeUpPage(visit, [{ field: 'clauses', text: sentence(visit, refusal) }])
      : keeping(visit, refusal)
  }),

  // Addresses that people have in mails.
  route('draft.new', { allowed: mayWrite, records: 'nothing' }, async (visit) =>
    redirect(visit.to('draft.write', { problem: visit.params.problem })),
  ),
]

type Refusal = ChangeRefusal | SaveRefusal | TypeRefusal | CiteRefusal | ClauseMissing | TakeUpRefusal

/** What can be mended in the form itself. */
function isAboutWords(code: Refusal): boolean {
  const about: readonly Refusal[] = [
    'nothing-changed',
    'reason-needed',
    'heading-needed',
    'heading-too-long',
    'clause-too-long',
    'doubled-ids',
    'not-a-text',
    'too-large',
    'text-full',
    'much-today',
  ]
  return about.includes(code)
}

const missing: readonly Refusal[] = ['no-such-problem', 'no-such-clause']

function keeping(visit: AtCase, code: Refusal): Reply | Promise<Reply> {
  if (missing.includes(code)) return notFound()
  return keptWordsPage(visit, sentence(visit, code), code === 'not-a-member' || code === 'not-yours' ? 403 : 409)
}

function refusedFor(visit: Visit, code: Refusal): Reply {
  if (missing.includes(code)) return notFound()
  return refused(sentence(visit, code), code === 'not-a-member' ? 403 : 409)
}

function sentence(visit: Visit, code: Refusal): string {
  return wordsFor(visit).say(`refused.${code}` as TextKey, { most: limits.mostClause }) // each code has its sentence, as a test holds
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function said(visit: Visit, what: 'added' | 'kept' | 'arranged' | 'unciting') {
  const { say } = wordsFor(visit)
  return { text: say(`done.${what}`), next: say(`done.${what}-next`) }
}

function savedAs(visit: AtCase, version: number): Reply {
  const { say } = wordsFor(visit)
  return redirectSaying(visit.to('draft.page', { problem: visit.params.problem }), {
    text: say('done.saved', { version }),
    next: say('done.saved-next'),
  })
}

/** After a section or clause was moved one goes on with the form; else to the text. */
function whereTo(visit: AtCase, { act, opened }: SectionForm): string {
  const at = { problem: visit.params.problem }
  const isInSection = act.kind === 'arrange' && !(act.how === 'remove' && act.id === opened.id)
  return isInSection ? visit.to('draft.write-section', { ...at, section: opened.id }) : visit.to('draft.write', at)
}

/** Ticked boxes of every group of contributions; the rule knows which exist. */
function citesIn({ form }: Visit): readonly string[] {
  return Object.entries(form.typed).flatMap(([name, values]) => (/^cites(-[a-z]+)?$/.test(name) ? values : []))
}
