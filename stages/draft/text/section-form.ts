import { newId, parseId, type Id } from '@folkmoot/basics/ids.ts'
import { z } from 'zod'
import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import { arrangements, type Arrangement } from './arranging.ts'
import type { ClauseContent, SectionContent } from './document.ts'
import type { SayText } from './messages/words.ts'
import { limits } from './rules.ts'

/** What a writer sent of one section: the words she was shown, hers, and what is to be done with them. */
export type SectionForm = {
  readonly opened: SectionContent
  readonly written: SectionContent
  readonly act: SectionAct
  /** Null where the words are only to be kept. */
  readonly save: { readonly reason: string } | null
}

export type SectionAct =
  | { readonly kind: 'keep' | 'put-back' }
  | { readonly kind: 'arrange'; readonly how: Arrangement; readonly id: string }

const openedForm = z.object({
  id: z.guid(),
  kind: z.enum(['recommendation', 'passage']),
  heading: z.string().max(10_000),
  clauses: z.array(z.object({ id: z.guid(), text: z.string().max(100_000) })).max(1000),
})

const sectionFields = {
  kind: field.choice(['recommendation', 'passage']),
  heading: field.line({ least: limits.leastHeading, most: limits.mostHeading }),
  further: field.optionalText({ most: 20_000 }),
  save: field.ticked(),
  reason: field.optionalText({ most: limits.mostReason }),
}

type Read =
  | { readonly ok: true; readonly value: SectionForm }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** The field of a clause, by its place in the form from 1. */
export function fieldOf(place: number): string {
  return `clause-${place}`
}

export function readSectionForm(visit: Visit, say: SayText): Read {
  const opened = openedIn(visit)
  if (!opened) return { ok: false, errors: [{ field: '', text: say('refused.not-a-text') }] }
  const ids = idsIn(visit)
  const form = readForm(visit, fields(sectionFields))
  const clauses = readForm(
    visit,
    fields(Object.fromEntries(ids.map((_, i) => [fieldOf(i + 1), field.optionalText({ most: 20_000 })]))),
  )
  if (!form.ok || !clauses.ok)
    return { ok: false, errors: [...(form.ok ? [] : form.errors), ...(clauses.ok ? [] : clauses.errors)] }
  const parts = [
    ...ids.map((id, i) => ({ name: fieldOf(i + 1), clauses: paragraphs(clauses.value[fieldOf(i + 1)] ?? '', id) })),
    { name: 'further', clauses: paragraphs(form.value.further) },
  ]
  const act = actIn(visit)
  const { save, reason, kind, heading } = form.value
  const errors = [
    ...parts
      .filter((part) => part.clauses.some(({ text }) => [...text].length > limits.mostClause))
      .map(({ name }) => ({ field: name, text: say('refused.clause-too-long', { most: limits.mostClause }) })),
    ...(save && act.kind === 'keep' && reason === '' ? [{ field: 'reason', text: say('refused.reason-needed') }] : []),
  ]
  if (errors.length > 0) return { ok: false, errors }
  const written = { id: opened.id, kind, heading, clauses: parts.flatMap((part) => part.clauses) }
  return { ok: true, value: { opened, written, act, save: save && act.kind === 'keep' ? { reason } : null } }
}

/** The section as it stands in a form that was sent: its clauses in the order of their fields. */
export function sentIn(visit: Visit): SectionContent | undefined {
  const opened = openedIn(visit)
  return opened && { ...opened, clauses: idsIn(visit).map((id) => ({ id, text: '' })) }
}

// More clauses than a section can hold to be read.
const mostClauses = 1000

/** The ids of the clauses, in the order of their fields. */
function idsIn({ form }: Visit): readonly Id<'clause'>[] {
  const ids = (form.typed['ids']?.[0] ?? '').split(' ', mostClauses).flatMap((id) => parseId('clause', id) ?? [])
  return [...new Set(ids)]
}

/** The words she was shown, as they went out with the form. */
export function openedIn({ form }: Visit): SectionContent | undefined {
  try {
    const found = openedForm.safeParse(JSON.parse(form.typed['opened']?.[0] ?? ''))
    if (!found.success) return undefined
    const { clauses, ...section } = found.data
    return { ...section, clauses: clauses.map(({ id, text }) => ({ id: id as ClauseContent['id'], text })) } // UUIDs, as the schema has seen
  } catch {
    return undefined
  }
}

/** A blank line begins a new clause; the first keeps the id. */
function paragraphs(text: string, id?: Id<'clause'>): readonly ClauseContent[] {
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
  return parts.map((part, i) => ({ id: i === 0 && id ? id : newId('clause'), text: part }))
}

function actIn({ form }: Visit): SectionAct {
  const [how = 'keep', id = ''] = (form.typed['do']?.[0] ?? '').split(':')
  const arrangement = arrangements.find((one) => one === how)
  if (arrangement) return { kind: 'arrange', how: arrangement, id }
  return { kind: how === 'put-back' ? 'put-back' : 'keep' }
}
