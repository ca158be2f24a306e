import type { Reader } from '../../../../platform/http/index.ts'
import { Actions, Button, Details, Form, Section, type Typed } from '../../../../ui/index.ts'
import type { SayFeatures } from '../messages/words.ts'
import type { Feature } from '../store.ts'
import { FeatureFields } from './feature-fields.tsx'

export type AboutYouProps = {
  readonly reader: Reader
  readonly say: SayFeatures
  readonly placeLang: string
  readonly features: readonly Feature[]
  readonly typed: Typed
  readonly hasTold: boolean
}

/** Told, changed and taken back in one form; folded, for it is nobody's duty. */
export function AboutYou({ reader, say, placeLang, features, typed, hasTold }: AboutYouProps) {
  return (
    <Section id="about-you" title={say('you.title')} size="aside">
      <p class="fm-small">{say('you.what')}</p>
      <p class="fm-small">{say('you.who')}</p>
      <Details summary={say(hasTold ? 'you.change' : 'you.tell')}>
        <Form action={reader.to('arena.tell-features')} labelledBy="about-you">
          <FeatureFields say={say} placeLang={placeLang} features={features} typed={typed} errors={[]} />
          <Actions>
            <Button variant="secondary">{say('you.save')}</Button>
          </Actions>
        </Form>
      </Details>
    </Section>
  )
}
