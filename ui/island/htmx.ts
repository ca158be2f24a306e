import htmx from 'htmx.org'
import { ourMarkup } from './markup.ts'

type Security = { readonly initSecurity: (policy: typeof ourMarkup) => void }

// Before its first answer comes it is told through which door it makes elements; without, browsers with trusted types refuse it.
htmx.registerExtension('folkmoot-markup', { init: ({ initSecurity }: Security) => initSecurity(ourMarkup) })
