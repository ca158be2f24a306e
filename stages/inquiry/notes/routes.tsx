import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { noteWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { notesPage } from './show.tsx'

const noteForm = fields({
  behalf: field.line({ least: 0, most: 40 }),
  from: field.text({ most: 60 }),
  talk: field.line({ least: 0, most: 200 }),
  heard: field.text({ most: 2000 }),
  changed: field.text({ most: 2000 }),
  why: field.text({ most: 2000 }),
})

export const noteRoutes: readonly Route[] = [
  route('inquiry.notes', { allowed: anyone, records: 'nothing' }, (visit) => notesPage(visit)),

  route('inquiry.write-note', { allowed: rules.mayWriteNote, records: ['inquiry.note-written'] }, async (visit) => {
    const form = readForm(visit, noteForm)
    if (!form.ok) return notesPage(visit, form.errors)
    const say = noteWords.say(visit.lang)
    const { from: typed, talk, behalf, ...words } = form.value
    const from = fromTyped(typed, talk)
    if (!from) return notesPage(visit, [{ field: 'from', text: visit.common('choose-one') }])
    // Somebody else's name that is no name is nobody's, not her own.
    if (behalf !== '' && !parseId('person', behalf)) return refused(say('refused.not-prepared-by-you'), 403)
    const on = parseId('person', behalf) ?? null
    const input = { slug: visit.params.problem, from, ...words, behalf: on, language: visit.lang }
    const written = await commands.writeNote(visit.database, visit.actor, input)
    if (!written.ok) {
      const { refusal } = written
      const name = fieldOf[refusal]
      const text = say(`refused.${refusal}`)
      return name ? notesPage(visit, [{ field: name, text }]) : refused(text, isNotHers.has(refusal) ? 403 : 409)
    }
    return redirectSaying(visit.to('inquiry.notes', visit.params), {
      text: say(on ? 'done.note-for' : 'done.note'),
      next: say(on ? 'done.note-for-next' : 'done.note-next'),
    })
  }),
]

const fieldOf: Readonly<Record<string, string | undefined>> = {
  'not-there': 'from',
  'not-asked': 'from',
  'say-which-talk': 'talk',
}

/** In a name that is not hers to write in. */
const isNotHers: ReadonlySet<string> = new Set(['only-politicians-note', 'not-prepared-by-you'])

/** `talk`, `meeting:`, `encounter:` or `question:` with its id, as the page offers them. */
function fromTyped(typed: string, talk: string): commands.From | undefined {
  if (typed === 'talk') return { kind: 'talk', words: talk }
  const [kind, text] = typed.split(':')
  if (kind === 'encounter') {
    const id = parseId('encounter', text)
    return id && { kind, id }
  }
  if (kind === 'meeting') {
    const id = parseId('meeting', text)
    return id && { kind, id }
  }
  const id = kind === 'question' ? parseId('question', text) : undefined
  return id && { kind: 'question', id }
}
