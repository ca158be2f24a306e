import { href } from '@folkmoot/basics/addresses.ts'
import { signOutAll, signOutOne, signedOutMail } from '../../overview/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, placeNamed, say, type Command } from './command.ts'

const usage = 'sign-out PLACE [EMAIL]'

export const signOutCommand: Command = {
  call: ['sign-out'],
  usage,
  does: 'Ends all sessions of a place, or those of whoever uses EMAIL, who is told by mail. Recorded.',
  run: async ([slug, email], settings) => {
    const named = demand(slug, usage)
    const opened = await openConfigured(settings, settings.demo ? 'demo' : 'real')
    try {
      const place = await placeNamed(opened.database, named)
      if (email === undefined) {
        await signOutAll(opened.database, place.id, null)
        return say(`Everybody is signed out of ${place.name}.`)
      }
      const [lang = 'en'] = place.languages
      const origin = settings.origin ?? `http://localhost:${settings.port}`
      const link = `${origin}${href('keys', { lang, jurisdiction: place.slug })}`
      const mail = signedOutMail({ place: place.name, link })
      await signOutOne(opened.database, place.id, { email: email.trim().toLowerCase(), mail, by: null })
      say(`Whoever uses ${email} is signed out of ${place.name}.`)
    } finally {
      await opened.close()
    }
  },
}
