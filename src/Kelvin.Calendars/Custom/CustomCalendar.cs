using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>A calendar that a workspace defines beside the ordinary one.</summary>
/// <param name="Name">Its name, by which its grains are told apart: <c>retail</c> in <c>retail.quarter</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Rule">How it cuts time.</param>
public sealed record CustomCalendar(string Name, LocalText Label, CalendarRule Rule);
