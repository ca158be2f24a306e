import { createHash } from 'node:crypto'

/** The request as a vote that the browser of a signed-in person posts. */
export function voteOf(request, { slug, token, number, port, choice }) {
  const formToken = createHash('sha256').update(`form\n${token}`).digest('base64url')
  return {
    ...request,
    path: `/en/measured/problems/${slug}/statements/${number}/vote`,
    body: `form-token=${formToken}&choice=${choice}`,
    headers: {
      ...request.headers,
      cookie: `folkmoot-measured=${token}`,
      'content-type': 'application/x-www-form-urlencoded',
      origin: `http://localhost:${port}`,
    },
  }
}
