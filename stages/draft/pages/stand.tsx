import { Button, Form, HiddenField, Row, Small } from '../../../ui/index.ts'
import type { Recommendation } from '../recommendations.ts'
import type { Words } from './parts.tsx'

export type StandProps = Words & { readonly slug: string; readonly recommendation: Recommendation }

/** Where one stands on the present version: two buttons, changeable until the hand-over. */
export function Stand({ reader, say, slug, recommendation }: StandProps) {
  const { number, versions, standOf } = recommendation
  const mine = standOf(reader.actor.account)
  return (
    <section class="fm-panel fm-stack" aria-labelledby="stand">
      <h3 id="stand">{say('stand.title')}</h3>
      <p>{say('stand.now', { choice: mine ?? 'none', version: versions.length })}</p>
      <Form action={reader.to('draft.stand', { problem: slug, number })} labelledBy="stand">
        <HiddenField name="version" value={String(versions.length)} />
        <Row>
          <Button name="choice" value="agree" icon="agree" variant={mine === 'agree' ? 'primary' : 'secondary'}>
            {say('stand.agree')}
          </Button>
          <Button
            name="choice"
            value="disagree"
            icon="disagree"
            variant={mine === 'disagree' ? 'primary' : 'secondary'}
          >
            {say('stand.disagree')}
          </Button>
        </Row>
      </Form>
      <Small>{say('stand.private')}</Small>
    </section>
  )
}
