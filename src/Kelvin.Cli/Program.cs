using System.Runtime.InteropServices;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
using var surroundings = Surroundings.OfThisProcess();
// Waited for here: a main that is itself asynchronous is one more state machine to compile at every start.
return KelvinProgram.RunAsync(args, surroundings, cancellation.Token).GetAwaiter().GetResult();

void Cancel(PosixSignalContext signal)
{
    // A second Ctrl+C ends the process at once.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
