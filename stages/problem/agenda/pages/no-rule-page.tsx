import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Head } from '../../../../ui/index.ts'
import type { SayAgenda } from '../messages/words.ts'

/** In place of the form: nothing is taken that reaches nobody. */
export function NoRulePage({
  reader,
  say,
  maySet,
}: {
  readonly reader: Reader
  readonly say: SayAgenda
  readonly maySet: boolean
}) {
  return (
    <>
      <Head title={say('none.title')} lead={say('none.lead')} />
      <p class="fm-text">{say('none.who')}</p>
      <p class="fm-text">{say('none.politician')}</p>
      <div class="fm-act">
        {maySet ? <ButtonLink href={reader.to('problem.rule')}>{say('none.set')}</ButtonLink> : null}
        <a class="fm-link" href={reader.to('people')}>
          {say('none.people')}
        </a>
      </div>
    </>
  )
}
