import { anyone } from '@folkmoot/basics/actor.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { noteWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { notesPage } from './show.tsx'

const noteForm = fields({
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
    const input = { slug: visit.params.problem, ...form.value, language: visit.lang }
    const written = await commands.writeNote(visit.database, visit.actor, input)
    if (!written.ok) return refused(say(`refused.${written.refusal}`))
    return redirectSaying(visit.to('inquiry.notes', visit.params), {
      text: say('done.note'),
      next: say('done.note-next'),
    })
  }),
]
