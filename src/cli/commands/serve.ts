import { createApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { StartError } from '../../db/start-error.ts'
import { isSetUp, loadSefton, sefton } from '../../demo/sefton/load.ts'
import { isLoopback } from '../../web/local.ts'
import { type Command, textOption } from '../command.ts'
import { keepReminding } from '../keep-reminding.ts'
import { keepSending } from '../keep-sending.ts'
import { carrierOf } from '../mail-carrier.ts'
import { siteOf } from '../site.ts'
import { chosenAuthority } from '../with-database.ts'

export const serve: Command = {
  name: 'serve',
  arguments: '',
  summary: 'start the web application',
  options: {
    port: { type: 'string', value: 'PORT', says: 'port to listen on (default 3000)' },
    host: {
      type: 'string',
      value: 'HOST',
      says: 'address to listen on (default 127.0.0.1, this machine only)',
    },
    'with-demo': {
      type: 'boolean',
      says: 'load the Sefton data first when no council is set up yet; on this machine, read it as any role without signing in',
    },
  },
  run: async (given, { out, err }) => {
    const config = readConfig({ port: textOption(given, 'port'), host: textOption(given, 'host') })
    const carrier = carrierOf(config)
    err('Opening the database ...')
    const database = await openDatabase(config)
    try {
      for (const name of await migrate(database)) err(`Applied migration ${name}.`)
      if (given.options['with-demo'] === true && !(await isSetUp(database.db))) {
        await loadSefton(database.db, (says) => err(`Loading Sefton: ${says}`))
        await database.vacuum()
        await database.checkpoint()
      }
      const authority = await chosenAuthority(database, config.authority)
      const { host, port, production, publicUrl, trustedProxies } = config
      // The demonstration's own data only: a council's real figures are never open to whoever is at the machine.
      const demo =
        given.options['with-demo'] === true &&
        !production &&
        isLoopback(host) &&
        authority.slug === sefton.slug
      const site = siteOf(config, demo, carrier?.name ?? null)
      const app = createApp({ database: database.db, authority, production, site, trustedProxies })
      if (production && !publicUrl?.startsWith('https://'))
        err('GOLDENTHREAD_URL does not begin with https://, so cookies may travel unprotected.')
      await app.listen({ host, port }).catch((error: unknown) => {
        throw listenProblem(error, host, port)
      })
      const address = app.server.address()
      const chosen = typeof address === 'object' && address !== null ? address.port : port
      out(`${authority.name}: ready on http://${host === '127.0.0.1' ? 'localhost' : host}:${chosen}`)
      err(
        demo
          ? 'Demonstration: whoever is at this machine reads as any role without signing in.'
          : 'Readers sign in. The first account: goldenthread user add EMAIL --role operator, with the server stopped unless it uses PostgreSQL.',
      )
      const sending = keepSending({ db: database.db, authorityId: authority.id, carrier }, err)
      const reminding = keepReminding({ db: database.db, authority, site: publicUrl, now: site.now }, err)
      await stopped()
      err('Stopping ...')
      await Promise.all([sending.stop(), reminding.stop()])
      await app.close()
      return 0
    } finally {
      await database.close()
    }
  },
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=3001 ./script/server`,
    )
  if (code === 'EACCES')
    return new StartError(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(
      `This machine has no address '${host}'. Set HOST to 127.0.0.1, or to 0.0.0.0 for every address.`,
    )
  return error
}
