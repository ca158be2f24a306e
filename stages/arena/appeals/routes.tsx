import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { appealPage, appealsPage, say } from './show.tsx'

const appealForm = fields({
  whom: field.line({ most: 200 }),
  wanted: field.number({ least: 1, most: 500 }),
  through: field.optionalText({ most: 300 }),
  words: field.optionalText({ most: 2000 }),
})

export const appealRoutes: readonly Route[] = [
  route('arena.appeals', { allowed: rules.mayAppeal, records: 'nothing' }, (visit) => appealsPage(visit)),

  route('arena.write-appeal', { allowed: rules.mayAppeal, records: ['arena.appeal-written'] }, async (visit) => {
    const form = readForm(visit, appealForm)
    if (!form.ok) return appealsPage(visit, form.errors)
    const written = await commands.writeAppeal(visit.database, visit.actor, {
      slug: visit.params.problem,
      language: visit.lang,
      organisations: (visit.form.typed['organisation'] ?? []).flatMap((id) => parseId('declaration', id) ?? []),
      ...form.value,
    })
    if (!written.ok) {
      const text = say(visit)(`refused.${written.refusal}`)
      return written.refusal === 'no-call' ? appealsPage(visit, [{ field: '', text }]) : refused(text, 403)
    }
    return redirectSaying(visit.to('arena.appeal', { problem: visit.params.problem, number: written.value.number }), {
      text: say(visit)('done.written'),
      next: say(visit)('done.written-next'),
    })
  }),

  route('arena.appeal', { allowed: anyone, records: 'nothing' }, (visit) => appealPage(visit)),

  route('arena.end-appeal', { allowed: rules.mayAppeal, records: ['arena.appeal-ended'] }, async (visit) => {
    const ended = await commands.endAppeal(visit.database, visit.actor, {
      slug: visit.params.problem,
      number: Number(visit.params.number),
    })
    if (!ended.ok) return refused(say(visit)(`refused.${ended.refusal}`))
    return redirectSaying(visit.to('arena.appeals', { problem: visit.params.problem }), {
      text: say(visit)('done.ended'),
      next: say(visit)('done.ended-next'),
    })
  }),
]
