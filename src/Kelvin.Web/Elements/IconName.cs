namespace Kelvin.Web.Elements;

/// <summary>The pictures that stand beside words.</summary>
public enum IconName
{
    Up, Down, Level, Clock, Warning, Error, Question, Sun, Moon, Screen, Search, Download, Picture, Rows, Code, Close, Upload,
}
