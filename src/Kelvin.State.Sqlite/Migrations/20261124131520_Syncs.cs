using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kelvin.State.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Syncs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "collection_files",
                columns: table => new
                {
                    Dataset = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collection_files", x => new { x.Dataset, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "collection_positions",
                columns: table => new
                {
                    Dataset = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Feed = table.Column<string>(type: "TEXT", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", nullable: true),
                    BegunLoad = table.Column<string>(type: "TEXT", nullable: true),
                    BegunCursor = table.Column<string>(type: "TEXT", nullable: true),
                    Seen = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collection_positions", x => x.Dataset);
                });

            migrationBuilder.CreateTable(
                name: "collection_runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Dataset = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Connection = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    CursorBefore = table.Column<string>(type: "TEXT", nullable: true),
                    CursorAfter = table.Column<string>(type: "TEXT", nullable: true),
                    Told = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collection_runs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_collection_runs_Dataset_Id",
                table: "collection_runs",
                columns: new[] { "Dataset", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "collection_files");

            migrationBuilder.DropTable(
                name: "collection_positions");

            migrationBuilder.DropTable(
                name: "collection_runs");
        }
    }
}
