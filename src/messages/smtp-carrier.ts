import { createTransport } from 'nodemailer'
import type { Carried, Carrier, Letter } from './carrier.ts'

export type SmtpSettings = {
  /** smtps://user:password@host:465, or smtp:// */
  readonly url: string
  readonly from: string
}

const patienceMs = 30_000
// A server that answers a little now and then must not outlast the time after which an attempt counts as cut short.
const longestMs = 4 * 60_000

/** Mail by SMTP, one connection a letter. What was wholly given over and not answered counts as unclear. */
export const smtpCarrier = (settings: SmtpSettings): Carrier => ({
  name: 'SMTP',
  asksFirst: false,
  carry: (letter) => carry(settings, letter),
})

async function carry({ url, from }: SmtpSettings, letter: Letter): Promise<Carried> {
  let givenOver = false
  const { username, hostname } = new URL(url)
  const transport = createTransport({
    url,
    // A password is never sent in the clear, whatever stands in the way.
    requireTLS: username !== '' && !isThisMachine(hostname),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: watching(() => {
      givenOver = true
    }),
  })
  try {
    const { response } = await transport.sendMail({
      from,
      // As an object, so that nothing in it is read as a second recipient.
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.body,
      messageId: `<${letter.reference}@${domainOf(from)}>`,
      date: new Date(),
      // So that no holiday reply answers a program.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      textEncoding: 'quoted-printable',
      signal: AbortSignal.timeout(longestMs),
    })
    return { outcome: 'sent', reference: response }
  } catch (error) {
    return failed(error, givenOver)
  } finally {
    transport.close()
  }
}

function failed(error: unknown, givenOver: boolean): Carried {
  const { code = '', command = '', responseCode = 0, response, message = '' } = Object(error) as SmtpError
  if (responseCode === 0 && givenOver)
    return {
      outcome: 'unclear',
      detail: 'The mail server was given the message and did not say whether it took it',
    }
  const detail = `${responseCode === 0 ? 'The mail server could not be used' : 'The mail server refused it'}: ${response || message}`
  const ofThisLetter = responseCode !== 0 && (command === 'RCPT TO' || command === 'DATA')
  if (ofThisLetter && responseCode >= 500 && responseCode !== 503) return { outcome: 'refused', detail }
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'refused', detail }
  return { outcome: 'again', detail, all: !ofThisLetter || responseCode === 421 }
}

/** The properties that nodemailer adds. */
type SmtpError = {
  code?: string
  command?: string
  responseCode?: number
  response?: string | false
  message?: string
}

/** A logger that writes nothing, and notices when the whole message has been handed to the server. */
function watching(whenGivenOver: () => void) {
  const note = (entry: unknown): void => {
    if (Object(entry).tnx === 'message') whenGivenOver()
  }
  return { level: () => {}, trace: note, debug: note, info: note, warn: note, error: note, fatal: note }
}

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)

const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
