import { Actions, ButtonLink, Head } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type AwayPageProps = {
  readonly say: SaySignIn
  readonly label: string
  /** At the provider. */
  readonly way: string
  readonly back: string
}

/** On the way to a provider: the page leads on by itself, and by its button where a browser does not. */
export function AwayPage({ say, label, way, back }: AwayPageProps) {
  return (
    <Head title={say('eid.away', { label })} lead={say('eid.away-text', { label })}>
      <Actions>
        <ButtonLink href={way}>{say('eid.away-go', { label })}</ButtonLink>
        <a class="fm-link" href={back}>
          {say('eid.way-on')}
        </a>
      </Actions>
    </Head>
  )
}
