import { Button, ButtonLink, Form, Panel, Quote } from '../../../../ui/index.ts'
import type { ProblemPageProps } from '../../pages/problem-props.ts'

/** A colleague's question, for the one who was asked alone. */
export function InvitedPanel({ reader, saySponsor: say, problem, invitation, people, may }: ProblemPageProps) {
  if (!invitation) return null
  const name = people.get(invitation.invitedBy)?.name ?? ''
  return (
    <Panel>
      <h2 id="invited" class="fm-h-mid">
        {say('invited.title', { name })}
      </h2>
      {invitation.words ? <Quote>{invitation.words}</Quote> : null}
      <p class="fm-small">{say('invited.text', { name })}</p>
      <div class="fm-act">
        {may.sponsor ? <ButtonLink href="#take-up">{say('invited.accept')}</ButtonLink> : null}
        <Form
          shape="inline"
          action={reader.to('problem.decline-invitation', { problem: problem.slug })}
          label={say('invited.decline', { name })}
        >
          <Button variant="secondary">{say('invited.decline', { name })}</Button>
        </Form>
      </div>
    </Panel>
  )
}
