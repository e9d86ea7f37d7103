using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kelvin.State.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Entries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "entries_cells",
                columns: table => new
                {
                    Form = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries_cells", x => new { x.Form, x.Period, x.Row, x.Column });
                });

            migrationBuilder.CreateTable(
                name: "entries_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", nullable: false),
                    Column = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entries_postings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Dataset = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries_postings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entries_rows",
                columns: table => new
                {
                    Form = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    HasCounted = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries_rows", x => new { x.Form, x.Period, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "entries_steps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries_steps", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_entries_changes_Form_Period_Row_Column",
                table: "entries_changes",
                columns: new[] { "Form", "Period", "Row", "Column" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_postings_DoneAt",
                table: "entries_postings",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_entries_postings_Key",
                table: "entries_postings",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entries_steps_Form_Period",
                table: "entries_steps",
                columns: new[] { "Form", "Period" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entries_cells");

            migrationBuilder.DropTable(
                name: "entries_changes");

            migrationBuilder.DropTable(
                name: "entries_postings");

            migrationBuilder.DropTable(
                name: "entries_rows");

            migrationBuilder.DropTable(
                name: "entries_steps");
        }
    }
}
