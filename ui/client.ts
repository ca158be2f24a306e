import './styles/font.css'
import '@digdir/designsystemet-css/button.css'
import '@digdir/designsystemet-css/input.css'
import '@digdir/designsystemet-css/fieldset.css'
import '@digdir/designsystemet-css/label.css'
import '@digdir/designsystemet-css/tag.css'
import './styles/index.css'
import './island/error-summary.ts'
import './island/letter-code.ts'
import './island/near.ts'
import './island/passkey.ts'
import './island/position.ts'
import './island/screen.ts'
import './island/swap-failed.ts'
import './island/vote-keys.ts'
import { startCounters } from './island/counter.ts'
import { startMenu } from './island/menu.ts'

startCounters()
startMenu()

// htmx weighs as much as all our pieces together: only a page that asks for it gets it.
if (document.querySelector('[hx-get], [hx-post], [hx-boost]')) void import('./island/htmx.ts')
