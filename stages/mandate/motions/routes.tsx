import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, route, type Route } from '../../../platform/http/index.ts'
import { complaint, toMandate } from '../saying.ts'
import { mandatePage } from '../show.tsx'
import { withdrawMotion } from './commands.ts'
import { mayWithdraw } from './rules.ts'

const withdrawForm = fields({ resolution: field.text({ most: 36 }), withdrawalReason: field.text({ most: 1000 }) })

/** Taking the record of a vote back. */
export const motionRoutes: readonly Route[] = [
  route('mandate.withdraw', { allowed: mayWithdraw, records: ['mandate.motion-withdrawn'] }, async (visit) => {
    const form = readForm(visit, withdrawForm)
    if (!form.ok) return mandatePage(visit, form.errors)
    const withdrawn = await withdrawMotion(visit.database, visit.actor, {
      slug: visit.params.problem,
      resolution: parseId('resolution', form.value.resolution),
      reason: form.value.withdrawalReason,
    })
    if (!withdrawn.ok) return mandatePage(visit, [complaint(visit, withdrawn.refusal)])
    return toMandate(visit, 'withdrawn')
  }),
]
