import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { noteWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { notesPage } from './show.tsx'

const noteForm = fields({
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
    const { from: typed, talk, ...words } = form.value
    const from = fromTyped(typed, talk)
    if (!from) return notesPage(visit, [{ field: 'from', text: visit.common('choose-one') }])
    const input = { slug: visit.params.problem, from, ...words, language: visit.lang }
    const written = await commands.writeNote(visit.database, visit.actor, input)
    if (!written.ok) {
      const { refusal } = written
      const name = fieldOf[refusal]
      const text = say(`refused.${refusal}`)
      return name ? notesPage(visit, [{ field: name, text }]) : refused(text)
    }
    return redirectSaying(visit.to('inquiry.notes', visit.params), {
      text: say('done.note'),
      next: say('done.note-next'),
    })
  }),
]

const fieldOf: Readonly<Record<string, string | undefined>> = {
  'not-there': 'from',
  'not-asked': 'from',
  'say-which-talk': 'talk',
}

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
