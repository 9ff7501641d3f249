import type { Config } from '../config.ts'
import { StartError } from '../db/start-error.ts'
import type { Carrier } from '../messages/carrier.ts'
import { notifyCarrier } from '../messages/notify-carrier.ts'
import { smtpCarrier } from '../messages/smtp-carrier.ts'

/** What messages leave by, as the settings say; null when they say nothing. Whatever does not fit together is told at once. */
export function carrierOf(config: Config): Carrier | null {
  const { smtpUrl, mailFrom, notifyKey, notifyTemplate, notifyUrl, publicUrl } = config
  const problems: string[] = []
  if (smtpUrl !== null && notifyKey !== '')
    problems.push('GOLDENTHREAD_SMTP_URL and GOLDENTHREAD_NOTIFY_KEY are both set. Keep one of them.')
  if (smtpUrl !== null && mailFrom === '')
    problems.push('GOLDENTHREAD_SMTP_URL is set. Set GOLDENTHREAD_MAIL_FROM, whom messages come from, too.')
  if (notifyKey !== '' && notifyTemplate === '')
    problems.push('GOLDENTHREAD_NOTIFY_KEY is set. Set GOLDENTHREAD_NOTIFY_TEMPLATE too.')
  if ((smtpUrl !== null || notifyKey !== '') && publicUrl === null)
    problems.push('Messages lead people to this service. Set GOLDENTHREAD_URL, at which they reach it, too.')
  if (problems.length > 0)
    throw new StartError(`These settings do not fit together:\n- ${problems.join('\n- ')}`)
  if (smtpUrl !== null) return smtpCarrier({ url: smtpUrl, from: mailFrom })
  return notifyKey === '' ? null : notifyCarrier({ url: notifyUrl, key: notifyKey, template: notifyTemplate })
}
