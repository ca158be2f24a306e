import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { representationPage, say } from './show.tsx'

const chooseForm = fields({ population: field.text({ most: 36 }) })

export const representationRoutes: readonly Route[] = [
  route('arena.representation', { allowed: anyone, records: 'nothing' }, (visit) => representationPage(visit)),

  route(
    'arena.choose-population',
    { allowed: rules.mayChooseTable, records: ['arena.population-chosen'] },
    async (visit) => {
      const form = readForm(visit, chooseForm)
      if (!form.ok) return representationPage(visit, form.errors)
      const population = parseId('population', form.value.population)
      if (!population) return representationPage(visit, [{ field: 'population', text: visit.common('choose-one') }])
      const chosen = await commands.choosePopulation(visit.database, visit.actor, {
        slug: visit.params.problem,
        population,
      })
      if (!chosen.ok) return refused(say(visit)(`refused.${chosen.refusal}`), 403)
      return redirectSaying(visit.to('arena.representation', { problem: visit.params.problem }), {
        text: say(visit)('done.chosen'),
        next: say(visit)('done.chosen-next'),
      })
    },
  ),
]
