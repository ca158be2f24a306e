import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider as OidcProvider, type Configuration } from 'oidc-provider'
import type { Provider } from './provider.ts'
import { danishLevels } from './testing-levels.ts'

export type TestingProvider = {
  /** As the installation is configured for it. */
  readonly configured: Provider
  /** The one address it leads back to; it answers from then on. */
  readonly leadBackTo: (back: string) => void
  readonly stop: () => Promise<void>
}

export type ProviderOptions = { readonly name: string; readonly label: string }

/**
 * A real OpenID Connect provider on a port of its own. Its page asks who you are and how you prove it: whoever is named is
 * believed.
 */
export async function startTestingProvider({ name, label }: ProviderOptions): Promise<TestingProvider> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a server on a port has no path
  const client = { id: 'folkmoot', secret: 'a secret of the test provider' }
  return {
    configured: { name, label, issuer, clientId: client.id, clientSecret: client.secret, levels: danishLevels },
    leadBackTo: (back) => {
      const provider = new OidcProvider(issuer, configurationOf(client, back))
      const callback = provider.callback()
      server.on('request', (request, response) => {
        if (request.url?.startsWith('/interaction/')) void interact(provider, label, { request, response })
        else void callback(request, response)
      })
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

function configurationOf(client: { readonly id: string; readonly secret: string }, back: string) {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [back] }],
    acrValues: Object.keys(danishLevels),
    cookies: { keys: ['a key of the test provider'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    // Nobody is asked which claims may be told: we ask for none.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: client.id,
        ...(context.oidc.session?.accountId ? { accountId: context.oidc.session.accountId } : {}),
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  } satisfies Configuration
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

async function interact(provider: OidcProvider, label: string, { request, response }: Exchange): Promise<void> {
  await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(label))
    return
  }
  const typed = new URLSearchParams(await bodyOf(request))
  const result =
    typed.get('answer') === 'no'
      ? { error: 'access_denied', error_description: 'She went back.' }
      : { login: { accountId: typed.get('who') ?? '', ...acrOf(typed) } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function acrOf(typed: URLSearchParams): { readonly acr?: string } {
  const acr = typed.get('acr')
  return acr ? { acr } : {}
}

function pageOf(label: string): string {
  const options = ['', ...Object.keys(danishLevels)].map((acr) => `<option>${acr}</option>`).join('')
  return `<!doctype html><html lang="en"><title>${label}</title><h1>${label}</h1><form method="post">
<label>Who are you? <input name="who"></label>
<label>How sure? <select name="acr">${options}</select></label>
<button name="answer" value="yes">Prove it</button> <button name="answer" value="no">Go back</button></form></html>`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
