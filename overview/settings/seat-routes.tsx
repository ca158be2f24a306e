import { whoever } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, route, type Route } from '../../platform/http/index.ts'
import * as commands from './seat-commands.ts'
import { done, placeNow, say, settingsPage, withActor } from './show.tsx'

const id = field.text({ most: 36 })
const memberForm = fields({
  memberName: field.name({ most: 200 }),
  memberBody: id,
  memberParty: field.optionalText({ most: 36 }),
  memberRole: field.name({ most: 120 }),
  memberFrom: field.date(),
})
const termForm = fields({ seat: id, termEnd: field.optional(field.date()) })
const continueForm = fields({ continueBody: id, continueFrom: field.date() })
const chairForm = fields({ chairBody: id, chairPerson: id })

const administrator = whoever('administrator')

/** Who sits where today: what no file says, an administrator may; each word of hers is recorded. */
export const seatRoutes: readonly Route[] = [
  route('settings.member', { allowed: administrator, records: ['settings.member-added'] }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, memberForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const { memberName: name, memberBody, memberParty, memberRole: role, memberFrom: from } = form.value
      const body = parseId('body', memberBody)
      const party = memberParty === '' ? null : parseId('body', memberParty)
      if (!body || party === undefined)
        return settingsPage(visit, [{ field: body ? 'memberParty' : 'memberBody', text: visit.common('choose-one') }])
      const member = { name, body, party, role, from }
      const added = await commands.addMember(visit.database, actor, { place: await placeNow(visit), member })
      return added.ok
        ? done(visit, 'saved')
        : settingsPage(visit, [{ field: 'memberName', text: say(visit)(`refused.${added.refusal}`) }])
    }),
  ),

  route('settings.term', { allowed: administrator, records: ['settings.term-changed'] }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, termForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const { seat, termEnd: endsOn } = form.value
      const set = await commands.setTerm(visit.database, actor, {
        place: await placeNow(visit),
        seat: parseId('membership', seat),
        endsOn,
      })
      if (set.ok) return done(visit, 'saved')
      const name = set.refusal === 'no-such-seat' ? 'seat' : 'termEnd'
      return settingsPage(visit, [{ field: name, text: say(visit)(`refused.${set.refusal}`) }])
    }),
  ),

  route('settings.continue-terms', { allowed: administrator, records: ['settings.terms-continued'] }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, continueForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const body = parseId('body', form.value.continueBody)
      if (!body) return settingsPage(visit, [{ field: '', text: say(visit)('refused.no-such-body') }])
      const continued = await commands.continueSeats(visit.database, actor, {
        place: await placeNow(visit),
        body,
        from: form.value.continueFrom,
      })
      return continued.ok
        ? done(visit, 'saved')
        : settingsPage(visit, [{ field: 'continueFrom', text: say(visit)(`refused.${continued.refusal}`) }])
    }),
  ),

  route('settings.chair', { allowed: administrator, records: ['settings.chair-recorded'] }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, chairForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const named = await commands.nameChair(visit.database, actor, {
        place: await placeNow(visit),
        body: parseId('body', form.value.chairBody),
        person: parseId('person', form.value.chairPerson),
      })
      return named.ok
        ? done(visit, 'saved')
        : settingsPage(visit, [{ field: '', text: say(visit)(`refused.${named.refusal}`) }])
    }),
  ),
]
