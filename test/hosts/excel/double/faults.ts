/** An error the way Excel reports it. */
export class HostFault extends Error {
  constructor(
    readonly code: string,
    message = 'An internal error has occurred.',
    readonly status = 400,
  ) {
    super(message);
  }
}

export const notFound = (): HostFault => new HostFault('ItemNotFound', "The requested resource doesn't exist.", 404);
export const denied = (): HostFault => new HostFault('AccessDenied', 'You cannot perform the requested operation.', 403);
export const invalid = (message = 'The argument is invalid or missing or has an incorrect format.'): HostFault =>
  new HostFault('InvalidArgument', message);
/** A member that the simulated host does not have: a gap of the double, said loudly. */
export const unmodelled = (what: string): HostFault => new HostFault('ApiNotFound', `not modelled by the double: ${what}`);
